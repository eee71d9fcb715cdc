import { expect, it } from 'vitest';
import { RateMeter } from './rate.js';

const MB = 1_000_000;

it('says nothing before it has seen enough', () => {
  const meter = new RateMeter();
  expect(meter.rate(MB, 0)).toEqual({ perSecond: null, left: null });
  meter.add(0, 0);
  meter.add(MB, 100);
  expect(meter.rate(MB, 100)).toEqual({ perSecond: null, left: null });
});

it('tells bytes a second and the time left', () => {
  const meter = new RateMeter();
  for (let second = 0; second <= 3; second++) meter.add(second * 2 * MB, second * 1_000);
  expect(meter.rate(10 * MB, 3_000)).toEqual({ perSecond: 2 * MB, left: 5_000 });
});

it('forgets what lies more than five seconds back', () => {
  const meter = new RateMeter();
  meter.add(0, 0);
  for (let second = 60; second <= 70; second++) meter.add((second - 59) * MB, second * 1_000);
  expect(meter.rate(MB, 70_000).perSecond).toBe(MB);
});

it('falls while nothing moves', () => {
  const meter = new RateMeter();
  meter.add(0, 0);
  meter.add(4 * MB, 2_000);
  expect(meter.rate(MB, 4_000).perSecond).toBe(MB);
});

it('starts over when a layer is sent again', () => {
  const meter = new RateMeter();
  meter.add(50 * MB, 0);
  meter.add(0, 1_000);
  meter.add(MB, 2_000);
  expect(meter.rate(MB, 2_000).perSecond).toBe(MB);
});
