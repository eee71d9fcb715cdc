import { expect, it } from 'vitest';
import {
  sampleDiskImage,
  sampleLayer,
  sampleRecord,
  sampleUsage,
} from '../../../../tests/support/sample-disk.js';
import { spaceOf } from './space.js';

it('every byte counts once, and what several images stand on is told apart', () => {
  const usage = sampleUsage({
    layers: [sampleLayer(-1, 100), sampleLayer(0, 10), sampleLayer(0, 20)],
    images: [sampleDiskImage(1, 1), sampleDiskImage(2, 2)],
    containers: [{ id: 'c', name: 'web', bytes: 5, running: true, top: 1 }],
    volumes: [
      { name: 'data', bytes: 7, containers: 1 },
      { name: 'remote', bytes: null, containers: 0 },
    ],
    cache: [sampleRecord('own', 3), sampleRecord('shared', 100, { shared: true, top: 0 })],
  });
  expect(spaceOf(usage).map(({ kind, bytes }) => [kind, bytes])).toEqual([
    ['images', 30],
    ['shared', 100],
    ['containers', 5],
    ['volumes', 7],
    ['cache', 3],
  ]);
  expect(spaceOf(usage).map(({ words }) => words)).toEqual([
    'in layers of their own, 2 images',
    '1 layer, each stored once under several images',
    'written by 1 container',
    '2 volumes, 1 of unknown size',
    '1 record that no image shares',
  ]);
});
