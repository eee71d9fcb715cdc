import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../tests/support/dockerfile-fuzz.js';
import { hostile, payloadFor, pick } from '../../../tests/support/payloads.js';
import { channelOf } from '../../shared/contract/client.js';
import type { Contract, Handlers } from '../../shared/contract/define.js';
import { contract, type StrataContract } from '../../shared/contract/index.js';
import { createJobCentre } from './jobs.js';
import { createRouter } from './router.js';

const SEED = 20_261_124;
const PAYLOADS = 20_000;
const MOST_GROWTH = 50 * 1024 ** 2;
/** What a refusal may take of the channel back to the page. */
const MOST_IN_A_REFUSAL = 4096;

/** The whole contract, bound to handlers that only note what reaches them: many of the real ones remove things. */
function bindAll() {
  const reached = new Map<string, number>();
  const last: { input?: unknown } = {};
  const bugs: unknown[] = [];
  const note = (channel: string, input: unknown): void => {
    reached.set(channel, (reached.get(channel) ?? 0) + 1);
    last.input = input;
  };
  const jobs = createJobCentre({ onChanged: () => undefined, onDismissed: () => undefined });
  const handlers: Record<string, Record<string, unknown>> = {};
  const channels = Object.entries<Contract[string]>(contract).flatMap(([domain, calls]) =>
    Object.entries(calls).flatMap(([name, call]) => {
      if (call.kind === 'event') return [];
      const channel = channelOf(domain, name);
      const answer = (input: unknown): Promise<unknown> => {
        note(channel, input);
        return Promise.resolve(call.kind === 'stream' ? () => undefined : null);
      };
      (handlers[domain] ??= {})[name] = call.kind === 'job' ? { title: () => channel, run: answer } : answer;
      return [{ channel, call }];
    }),
  );
  const router = createRouter(contract, () => handlers as Handlers<StrataContract>, {
    jobs: { start: (job) => jobs.start({ ...job, engine: { address: 'unix:///a', origin: 'default' } }) },
    onBug: (_channel, error) => bugs.push(error),
  });
  return { router, channels, reached, last, bugs };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('whatever a page sends', () => {
  it('is refused or reaches its handler in the form of the contract, and main keeps nothing of it', async () => {
    const { router, channels, reached, last, bugs } = bindAll();
    const random = createRandom(SEED);
    const refused = new Map<string, number>();
    const before = heapUsed();

    for (let n = 0; n < PAYLOADS; n++) {
      const { channel, call } = channels[n % channels.length]!;
      const payload = payloadFor(call.input, random, pick(random, [0, 0.05, 0.3, 1]));
      const seen = reached.get(channel) ?? 0;
      if (call.kind === 'stream') {
        try {
          router.stream(channel, payload, () => undefined)();
        } catch (error) {
          expect(error).toHaveProperty('issues');
          refused.set(channel, (refused.get(channel) ?? 0) + 1);
        }
      } else {
        const answer = await router.invoke(channel, payload);
        if (!answer.ok) {
          expect(answer.failure.code).toBe('invalid-input');
          expect(JSON.stringify(answer).length).toBeLessThan(MOST_IN_A_REFUSAL);
          expect(reached.get(channel) ?? 0).toBe(seen);
          refused.set(channel, (refused.get(channel) ?? 0) + 1);
        }
      }
      if ((reached.get(channel) ?? 0) > seen) expect(call.input.safeParse(last.input).success).toBe(true);
    }

    expect(bugs).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
    // Neither a generator that never fits nor one that always does would have tried anything.
    const names = channels.map(({ channel }) => channel);
    expect(names.filter((channel) => !reached.has(channel))).toEqual([]);
    expect(names.filter((channel) => !refused.has(channel))).toEqual([]);
    expect(heapUsed() - before).toBeLessThan(MOST_GROWTH);
  });

  it('on a channel that is none is rejected', async () => {
    const { router, reached } = bindAll();
    const random = createRandom(SEED);
    for (const channel of [
      '',
      'images',
      'images.',
      '__proto__.list',
      'images.constructor',
      'x'.repeat(1e6),
    ]) {
      await expect(router.invoke(channel, hostile(random))).rejects.toThrow('no such call');
      expect(() => router.stream(channel, hostile(random), () => undefined)).toThrow('no such stream');
    }
    expect(reached.size).toBe(0);
  });
});
