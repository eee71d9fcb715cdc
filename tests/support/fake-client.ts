/** The renderer's client over main's real router and job centre, with a test's own answers behind them. */
// Main's router is written for Node; the renderer's own type-check has no Node.
/// <reference types="node" />
import { createJobCentre } from '../../src/main/ipc/jobs.js';
import { createRouter } from '../../src/main/ipc/router.js';
import { createClient } from '../../src/shared/contract/client.js';
import type { Client, Emitters, Handlers } from '../../src/shared/contract/define.js';
import { contract, type StrataContract } from '../../src/shared/contract/index.js';

type Answers = { readonly [D in keyof Handlers<StrataContract>]?: Partial<Handlers<StrataContract>[D]> };

export type FakeClient = {
  readonly client: Client<StrataContract>;
  readonly emit: Emitters<StrataContract>;
  /** Cancels the jobs that still run. */
  readonly end: () => Promise<void>;
};

/** A client whose calls `answers` answers; any other call is a failure. Jobs run, report and are cancelled for real. */
export function fakeClient(answers: Answers): FakeClient {
  const jobs = createJobCentre({
    onChanged: (summary) => router.emit.jobs.changed(summary),
    onDismissed: (job) => router.emit.jobs.dismissed({ job }),
    batchMs: 1,
  });
  const handlers = {
    ...answers,
    jobs: {
      list: () => Promise.resolve(jobs.list()),
      cancel: ({ job }: { job: string }) => Promise.resolve(jobs.cancel(job)),
      dismiss: ({ job }: { job: string }) => Promise.resolve(jobs.dismiss(job)),
      watch: ({ job }: { job: string }, emit: (update: unknown) => void) =>
        Promise.resolve(jobs.watch(job, emit)),
    },
  };
  const engine = { address: 'unix:///var/run/docker.sock', origin: 'default' } as const;
  const router = createRouter<StrataContract>(
    contract,
    () => handlers as unknown as Handlers<StrataContract>,
    { jobs: { start: (job) => jobs.start({ ...job, engine }) }, onBug: () => undefined },
  );
  // What crosses between processes is copied, so a test can't pass by sharing an object.
  const client = createClient(contract, {
    invoke: async (channel, payload) =>
      structuredClone(await router.invoke(channel, structuredClone(payload))),
    stream: (channel, payload, listener) =>
      router.stream(channel, payload, (update) => listener(structuredClone(update))),
  });
  return { client, emit: router.emit, end: () => jobs.end() };
}
