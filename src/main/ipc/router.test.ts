import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../shared/contract/client.js';
import { event, job, request, stream, type Handlers } from '../../shared/contract/define.js';
import type { JobUpdate } from '../../shared/contract/jobs.js';
import { FailureError } from '../../shared/failure.js';
import { createJobCentre } from './jobs.js';
import { createRouter } from './router.js';

const counted = {
  initial: () => ({ count: 0 }),
  reduce: (state: { count: number }, step: number) => ({ count: state.count + step }),
};
const contract = {
  room: {
    double: request(() => z.object({ n: z.number() })).gives<number>(),
    refuse: request(() => z.void()).gives<void>(),
    crash: request(() => z.void()).gives<void>(),
    work: job(() => z.object({ title: z.string() }), counted).gives<string>(),
    ticks: stream(() => z.object({ from: z.number() })).of<number>(),
    rang: event<string>(),
  },
};

function setUp() {
  const onBug = vi.fn();
  const onChanged = vi.fn();
  const jobs = createJobCentre({ onChanged, onDismissed: vi.fn(), batchMs: 1 });
  const steps: { report?: (step: number) => void; finish?: (outcome: string) => void } = {};
  const stopped = vi.fn();
  const room: Handlers<typeof contract>['room'] = {
    double: ({ n }) => Promise.resolve(n * 2),
    refuse: () => Promise.reject(new FailureError({ code: 'denied', title: 'No', detail: 'Not today.' })),
    crash: () => Promise.reject(new TypeError('a bug')),
    work: {
      title: ({ title }) => title,
      run: (_input, { report, signal }) =>
        new Promise((resolve, reject) => {
          steps.report = report;
          steps.finish = resolve;
          signal.addEventListener('abort', () =>
            reject(
              signal.reason instanceof FailureError
                ? signal.reason
                : new FailureError({ code: 'cancelled', title: 'Cancelled', detail: '' }),
            ),
          );
        }),
    },
    ticks: ({ from }, emit) => {
      emit(from);
      return Promise.resolve(stopped);
    },
  };
  let answering = { room };
  const router = createRouter(contract, () => answering, {
    jobs: { start: (job) => jobs.start({ ...job, engine }) },
    onBug,
  });
  const client = createClient(contract, router);
  const change = (other: Partial<typeof room>): void => void (answering = { room: { ...room, ...other } });
  return { router, client, jobs, onBug, onChanged, steps, stopped, change };
}

const engine = { address: 'unix:///a', origin: 'default' } as const;

const started = async (client: ReturnType<typeof setUp>['client']): Promise<string> => {
  const answer = await client.room.work({ title: 'Work' });
  if (!answer.ok) throw new Error('not started');
  return answer.value.job;
};

describe('a call', () => {
  it('is answered with a value', async () => {
    expect(await setUp().client.room.double({ n: 21 })).toEqual({ ok: true, value: 42 });
  });

  it('is answered by whoever answers then, and what was begun goes on where it was', async () => {
    const { client, change, steps, jobs } = setUp();
    const id = await started(client);
    await vi.waitFor(() => expect(steps.finish).toBeDefined());
    const run = vi.fn();
    change({ double: ({ n }) => Promise.resolve(n * 3), work: { title: () => 'Other', run } });
    expect(await client.room.double({ n: 21 })).toEqual({ ok: true, value: 63 });
    steps.finish?.('here');
    await vi.waitFor(() =>
      expect(jobs.list()).toMatchObject([{ id, status: 'done', outcome: 'here', engine }]),
    );
    expect(run).not.toHaveBeenCalled();
  });

  it('off its schema never reaches the handler', async () => {
    const { client, onBug } = setUp();
    const answer = await client.room.double({ n: 'x' as unknown as number });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(onBug).not.toHaveBeenCalled();
  });

  it('that is refused crosses as a failure', async () => {
    expect(await setUp().client.room.refuse()).toMatchObject({
      ok: false,
      failure: { code: 'denied', title: 'No' },
    });
  });

  it('that hits a bug is logged whole and answered as unexpected', async () => {
    const { client, onBug } = setUp();
    expect(await client.room.crash()).toMatchObject({
      ok: false,
      failure: { code: 'unexpected', cause: 'a bug' },
    });
    expect(onBug).toHaveBeenCalledWith('room.crash', expect.any(TypeError));
  });

  it('that the contract does not name is rejected', async () => {
    const { router } = setUp();
    await expect(router.invoke('room.nothing', undefined)).rejects.toThrow('no such call');
    await expect(router.invoke('room.rang', undefined)).rejects.toThrow('no such call');
    await expect(router.invoke('__proto__.toString', undefined)).rejects.toThrow('no such call');
    expect(() => router.stream('room.double', undefined, () => undefined)).toThrow('no such stream');
  });
});

describe('an event', () => {
  it('reaches every listener until it leaves', () => {
    const { client, router } = setUp();
    const heard: string[] = [];
    const listener = (word: string): void => void heard.push(word);
    const leave = client.room.rang(listener);
    client.room.rang(listener);
    router.emit.room.rang('one');
    leave();
    router.emit.room.rang('two');
    expect(heard).toEqual(['one', 'one', 'two']);
  });
});

describe('a stream', () => {
  it('is stopped at its source when the listener leaves, even before it had begun', async () => {
    const { client, stopped } = setUp();
    const heard: number[] = [];
    client.room.ticks({ from: 7 }, (n) => heard.push(n))();
    await vi.waitFor(() => expect(stopped).toHaveBeenCalledOnce());
    expect(heard).toEqual([7]);
  });
});

describe('a job', () => {
  it('answers at once with its id, and ends once with its outcome', async () => {
    const { client, jobs, steps } = setUp();
    const id = await started(client);
    expect(jobs.list()).toMatchObject([{ id, call: 'room.work', title: 'Work', status: 'running' }]);
    await vi.waitFor(() => expect(steps.finish).toBeDefined());
    steps.finish?.('made');
    await vi.waitFor(() => expect(jobs.list()).toMatchObject([{ status: 'done', outcome: 'made' }]));
  });

  it('shows a late watcher the state so far, then only what is new', async () => {
    const { client, jobs, steps } = setUp();
    const id = await started(client);
    await vi.waitFor(() => expect(steps.report).toBeDefined());
    steps.report?.(1);
    steps.report?.(2);
    const updates: JobUpdate[] = [];
    const leave = jobs.watch(id, (update) => updates.push(update));
    steps.report?.(10);
    steps.report?.(20);
    await vi.waitFor(() => expect(updates).toHaveLength(2));
    leave();
    steps.report?.(100);
    expect(updates).toMatchObject([
      { type: 'state', state: { count: 3 } },
      { type: 'steps', steps: [10, 20] },
    ]);
  });

  it('sends what was pending before it says that it ended', async () => {
    const { client, jobs, steps } = setUp();
    const id = await started(client);
    await vi.waitFor(() => expect(steps.report).toBeDefined());
    const updates: JobUpdate[] = [];
    jobs.watch(id, (update) => updates.push(update));
    steps.report?.(5);
    steps.finish?.('made');
    await vi.waitFor(() =>
      expect(updates.map((update) => update.type)).toEqual(['state', 'steps', 'summary']),
    );
  });

  it('that is cancelled ends as cancelled, which is no failure', async () => {
    const { client, jobs, onBug } = setUp();
    const id = await started(client);
    jobs.cancel(id);
    expect(jobs.list()).toMatchObject([{ status: 'running', cancelling: true }]);
    await jobs.end();
    expect(jobs.list()).toMatchObject([{ status: 'cancelled', cancelling: false }]);
    expect(jobs.list()[0]).not.toHaveProperty('failure');
    expect(onBug).not.toHaveBeenCalled();
  });

  it('that is ended for a reason ends as that', async () => {
    const { client, jobs } = setUp();
    await started(client);
    const failure = { code: 'interrupted', title: 'It was ended', detail: 'By a test.' } as const;
    await jobs.end(new FailureError(failure));
    expect(jobs.list()).toMatchObject([{ status: 'failed', failure }]);
  });

  it('can be dismissed only when it has ended', async () => {
    const { client, jobs, steps } = setUp();
    const id = await started(client);
    jobs.dismiss(id);
    expect(jobs.list()).toHaveLength(1);
    await vi.waitFor(() => expect(steps.finish).toBeDefined());
    steps.finish?.('made');
    await vi.waitFor(() => expect(jobs.list()[0]?.status).toBe('done'));
    jobs.dismiss(id);
    expect(jobs.list()).toEqual([]);
    expect(() => jobs.watch(id, () => undefined)).toThrow(FailureError);
  });
});
