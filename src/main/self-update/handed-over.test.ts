import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { handedOver } from './handed-over.js';

it('waits until Squirrel has the package', async () => {
  const native = new EventEmitter();
  let isStarted = false;
  const over = handedOver(native, () => (isStarted = true));
  expect(isStarted).toBe(true);
  native.emit('update-downloaded');
  expect(await over).toBe(true);
  expect(native.eventNames()).toEqual([]);
});

it('is told when Squirrel refuses, or never answers', async () => {
  const native = new EventEmitter();
  expect(await handedOver(native, () => native.emit('error', new Error('code signature')))).toBe(false);
  expect(await handedOver(native, () => undefined, 1)).toBe(false);
  expect(native.eventNames()).toEqual([]);
});
