import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import type { ProcessHost } from '../processes/index.js';
import { createLayerProcess } from './process-client.js';
import type { Answer, Question } from './protocol.js';

const IDLE_MS = 1000;
const efficiency = { folder: '/kept', layers: [] };

/** Processes that say what a test tells them to, and nothing by themselves. */
function scripted() {
  type Started = {
    readonly heard: Question[];
    readonly say: (answer: Answer | object) => void;
    readonly die: () => void;
    killed: boolean;
  };
  const started: Started[] = [];
  const host: ProcessHost = {
    start() {
      let listen: (message: unknown) => void = () => undefined;
      let exit: () => void = () => undefined;
      const one: Started = { heard: [], say: (answer) => listen(answer), die: () => exit(), killed: false };
      started.push(one);
      return {
        post: (message) => void one.heard.push(message as Question),
        onMessage: (listener) => void (listen = listener),
        onExit: (listener) => void (exit = listener),
        kill: () => void (one.killed = true),
      };
    },
  };
  const damaged: string[] = [];
  return { started, damaged, ...createLayerProcess(host, (name) => damaged.push(name), IDLE_MS) };
}

describe('the layers process', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is started by the first question, and hears all others', async () => {
    const { ask, started } = scripted();
    expect(started).toHaveLength(0);
    const answers = [ask('efficiency', efficiency), ask('efficiency', efficiency)];
    started[0]!.say({ kind: 'value', id: 2, value: 'second' });
    started[0]!.say({ kind: 'value', id: 1, value: 'first' });
    expect(await Promise.all(answers)).toEqual(['first', 'second']);
    expect(started).toHaveLength(1);
  });

  it('that dies breaks off what it was asked, and the next question starts another', async () => {
    const { ask, started } = scripted();
    const lost = ask('efficiency', efficiency);
    started[0]!.die();
    await expect(lost).rejects.toMatchObject({ failure: { code: 'interrupted' } });
    const next = ask('efficiency', efficiency);
    started[0]!.say({ kind: 'value', id: 2, value: 'from the dead' });
    started[1]!.say({ kind: 'value', id: 2, value: 'alive' });
    expect(await next).toBe('alive');
  });

  it('is told when nobody waits any more, and its late answer is not heard', async () => {
    const { ask, started } = scripted();
    const abort = new AbortController();
    const reports: unknown[] = [];
    const asked = ask('efficiency', efficiency, {
      signal: abort.signal,
      report: (step) => reports.push(step),
    });
    started[0]!.say({ kind: 'report', id: 1, step: 'half' });
    abort.abort(new Error('enough'));
    expect(started[0]!.heard.at(-1)).toEqual({ kind: 'cancel', id: 1 });
    started[0]!.say({ kind: 'bug', id: 1, message: 'aborted' });
    await expect(asked).rejects.toThrow('enough');
    expect(reports).toEqual(['half']);
  });

  it('ends when it was asked nothing for a while, and not while it works', async () => {
    const { ask, started } = scripted();
    const asked = ask('efficiency', efficiency);
    await vi.advanceTimersByTimeAsync(10 * IDLE_MS);
    expect(started[0]!.killed).toBe(false);
    started[0]!.say({ kind: 'value', id: 1, value: null });
    await asked;
    await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
    expect(started[0]!.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(started[0]!.killed).toBe(true);
  });

  it('tells of what it found damaged, by a name that leads nowhere else', async () => {
    const { ask, started, damaged } = scripted();
    const asked = ask('efficiency', efficiency);
    const name = `${'a'.repeat(64)}.layer.damaged-1800000000000`;
    started[0]!.say({ kind: 'damaged', name });
    expect(damaged).toEqual([name]);
    started[0]!.say({ kind: 'damaged', name: `../../${name}` });
    await expect(asked).rejects.toMatchObject({ failure: { code: 'interrupted' } });
    expect(started[0]!.killed).toBe(true);
    expect(damaged).toEqual([name]);
  });

  it('fails as it says, in the words of the failure', async () => {
    const { ask, started } = scripted();
    const asked = ask('efficiency', efficiency);
    const failure = { code: 'disk-full', title: 'Full', detail: 'No room.', remedy: 'Make some.' } as const;
    started[0]!.say({ kind: 'failure', id: 1, failure });
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FailureError);
    expect((error as FailureError).failure).toMatchObject(failure);
  });
});
