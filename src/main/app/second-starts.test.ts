import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';

const app = vi.hoisted(() => ({ on: (..._event: unknown[]): unknown => undefined }));
vi.mock('electron', () => ({ app }));

it('a second start that comes before anybody follows is heard once somebody does', async () => {
  const events = new EventEmitter();
  app.on = (name, listener) => events.on(name as string, listener as () => void);
  const { followStarts, listenForStarts } = await import('./second-starts.js');
  listenForStarts();
  events.emit('second-instance', {}, ['strata', '/early'], '/home');
  const heard: string[] = [];
  followStarts((argv) => heard.push(argv.join(' ')));
  events.emit('second-instance', {}, ['strata', '/late'], '/home');
  expect(heard).toEqual(['strata /early', 'strata /late']);
});
