import { expect, it } from 'vitest';
import { windowTitle } from './window-title.js';

const address = 'tcp://far:2376';

it('a window is called by its page, and by its engine while there are several', () => {
  expect(windowTitle('Images – Strata', null)).toBe('Images – Strata');
  expect(windowTitle('Images', { address, origin: 'context', context: 'far' })).toBe('Images (far)');
  expect(windowTitle('Images', { address, origin: 'found', name: 'Colima' })).toBe('Images (Colima)');
  expect(windowTitle('Images', { address, origin: 'DOCKER_HOST' })).toBe(`Images (${address})`);
  expect(windowTitle('Images', { address: 'x'.repeat(200), origin: 'DOCKER_HOST' })).toHaveLength(89);
});
