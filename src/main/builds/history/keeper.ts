/** Keeps a build while it goes and when it has ended. Whatever fails here is logged: the build itself never waits or suffers. */
import { randomUUID } from 'node:crypto';
import { withoutSecretValues } from '../../../shared/build-privacy.js';
import type { PastBuild, PastInstruction, PastOutcome, PastStep } from '../../../shared/contract/history.js';
import type { PlannedStep } from '../../../shared/dockerfile/plan.js';
import { FailureError, messageOf, type Failure } from '../../../shared/failure.js';
import type { BuildOptions } from '../../../shared/contract/build-options.js';
import { say } from '../../../shared/words/index.js';
import type { BuildWatch } from '../observer.js';
import { readDockerfile } from '../dockerfile/index.js';
import { listFiles, readFiles } from './files.js';
import { hiddenNames, planOf, toInstructions } from './instructions.js';
import type { Ledger } from './ledger.js';
import type { RecordBody, RecordedFiles } from './record.js';
import { createRecorder } from './recorder.js';
import type { HistoryStore } from './store.js';

export type KeeperParts = {
  readonly store: HistoryStore;
  readonly ledger: Ledger;
  /** The files of the latest build before this one, of the same folder. */
  readonly latestFiles: (build: PastBuild) => Promise<RecordedFiles | null>;
  readonly log: (message: string, error: unknown) => void;
};

/** What the build's engine says of its images. */
export type ImageFacts = {
  /** Null when it hasn't that image. */
  readonly id: (name: string) => Promise<string | null>;
  /** Bytes of all layers; null when it hasn't that image, or can't tell. */
  readonly size: (id: string) => Promise<number | null>;
};

export type Keeper = {
  readonly follow: (options: BuildOptions, job: string, images: ImageFacts) => BuildWatch;
  /** What is known of a build that still runs. */
  readonly running: (id: string) => RecordBody | null;
  /** Resolves when those that have ended can be told of as ended. */
  readonly ended: () => Promise<void>;
  /** Resolves when all that is known of a build, or of all of them, is on disk. */
  readonly settled: (id?: string) => Promise<void>;
  /** Like `settled`, but reads no more files. */
  readonly stop: () => Promise<void>;
};

/** What a cut-off build leaves is at most this old, in ms. */
const SAVE_MS = 5_000;
/** A build that goes on so long after it has its files may see them change; they are listed meanwhile. In ms. */
const LIST_MS = 2_000;
const A_NAME = /^[A-Za-z0-9][\w.-]{0,63}$/;

export function createKeeper({ store, ledger, latestFiles, log }: KeeperParts): Keeper {
  const bodies = new Map<string, () => RecordBody>();
  /** What of each build is still to be written. */
  const pending = new Map<string, Promise<void>>();
  const ending = new Map<string, Promise<void>>();
  let hurry = new AbortController();

  const later = (id: string, what: string, work: () => Promise<void>): void => {
    const next = (pending.get(id) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      log(`${what} of a build could not be kept`, error);
    });
    pending.set(id, next);
    void next.then(() => pending.get(id) === next && pending.delete(id));
  };

  const settled = async (id?: string): Promise<void> => {
    await (id === undefined ? Promise.all(pending.values()) : pending.get(id));
  };

  return {
    follow(options, job, images) {
      const id = A_NAME.test(job) ? job : randomUUID();
      const recorder = createRecorder(Date.now);
      let build: PastBuild = {
        id,
        folder: options.folder,
        dockerfile: options.dockerfile,
        target: options.target === '' ? null : (options.target ?? null),
        imageName: options.imageName,
        startedAt: Date.now(),
        endedAt: null,
        outcome: 'running',
        imageId: null,
        imageSize: null,
        steps: 0,
        cached: 0,
      };
      let source = '';
      let plan: readonly PlannedStep[] = [];
      let instructions: readonly PastInstruction[] = [];
      let failure: Failure | null = null;
      const body = (): RecordBody => ({
        options: withoutSecretValues(options),
        hidden: hiddenNames(options),
        failure,
        contextFiles: recorder.context().files,
        contextBytes: recorder.context().bytes,
        pastSteps: recorder.steps(),
        source,
        instructions,
      });

      let savedAt = Date.now();
      const saveWhenDue = (): void => {
        if (Date.now() - savedAt < SAVE_MS || pending.has(id)) return;
        savedAt = Date.now();
        later(id, 'the steps so far', () => store.writeBody(build, body()));
      };
      const begun = build;
      // What another build left unread stays unread: this one needs the disk.
      hurry.abort();
      hurry = new AbortController();
      bodies.set(id, body);
      later(id, 'the start', async () => {
        await ledger.put(begun);
        // A Dockerfile that can't be read is the build's to report.
        source = (await readDockerfile(options.folder, options.dockerfile).catch(() => null))?.text ?? '';
        plan = planOf(source, options);
        instructions = toInstructions(plan, new Map());
        await store.writeBody(begun, body());
      });

      let listing: Promise<RecordedFiles> | undefined;
      let listTimer: NodeJS.Timeout | undefined;
      const list = (): Promise<RecordedFiles> => {
        const { folder, dockerfile } = options;
        const sentAt = recorder.sentAt() ?? build.startedAt;
        listing ??= listFiles({ folder, dockerfile, plan, sentAt });
        // Whoever needs it is told; here it is only begun.
        listing.catch(() => undefined);
        return listing;
      };

      const finish = (outcome: PastOutcome, made: string | null): void => {
        const endedAt = Date.now();
        const reading = hurry.signal;
        clearTimeout(listTimer);
        later(id, 'the end', async () => {
          const steps = recorder.steps();
          instructions = toInstructions(plan, await imagesOf(plan, steps, images.id));
          const size = made === null ? null : await images.size(made);
          const end = { endedAt, outcome, imageId: made, imageSize: size };
          build = { ...build, ...counted(instructions, steps), ...end };
          const last = body();
          await store.writeLogs(build, recorder.logs());
          await store.writeBody(build, last);
          bodies.delete(id);
          await ledger.put(build);
        });
        const end = pending.get(id) ?? Promise.resolve();
        ending.set(id, end);
        void end.then(() => ending.delete(id));
        if (outcome === 'done' || outcome === 'failed')
          later(id, 'the list of files', async () => {
            const listed = await list();
            const known = await latestFiles(build);
            await store.writeFiles(build, await readFiles(options.folder, listed, known, reading));
          });
        later(id, 'the size', () => ledger.weigh(build));
      };

      return {
        report(step) {
          recorder.take(step);
          if (recorder.sentAt() !== null) listTimer ??= setTimeout(() => void list(), LIST_MS);
          saveWhenDue();
        },
        ended(end) {
          failure = end.ok ? null : failureOf(end.error);
          finish(failure ? outcomeOf(failure) : 'done', end.ok ? end.outcome.imageId : null);
        },
      };
    },
    running: (id) => bodies.get(id)?.() ?? null,
    async ended() {
      await Promise.all(ending.values());
    },
    settled,
    async stop() {
      hurry.abort();
      await settled();
    },
  };
}

const outcomeOf = ({ code }: Failure): PastOutcome =>
  code === 'cancelled' || code === 'interrupted' ? code : 'failed';

const failureOf = (error: unknown): Failure =>
  error instanceof FailureError
    ? error.failure
    : {
        code: 'unexpected',
        title: say('buildFailures.ownError'),
        detail: say('buildFailures.ownError.detail'),
        cause: messageOf(error),
      };

/** FROM aside: whether the engine calls it cached says nothing. */
function counted(
  instructions: readonly PastInstruction[],
  steps: readonly PastStep[],
): Pick<PastBuild, 'steps' | 'cached'> {
  const lines = new Set(instructions.flatMap(({ keyword, line }) => (keyword === 'FROM' ? [] : [line])));
  const own = steps.filter(({ line }) => line !== null && lines.has(line));
  return {
    steps: own.filter(({ state }) => state === 'done' || state === 'cached' || state === 'failed').length,
    cached: own.filter(({ state }) => state === 'cached').length,
  };
}

/** By what the engine called it, `FROM alpine:3@sha256:…`, or by what it has under that name. */
async function imagesOf(
  plan: readonly PlannedStep[],
  steps: readonly PastStep[],
  imageId: ImageFacts['id'],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { line, images } of plan) {
    const name = steps.find((step) => step.line === line)?.name ?? '';
    const digest = images.length === 1 ? /@(sha256:[0-9a-f]{64})/.exec(name)?.[1] : undefined;
    for (const image of images) {
      const known = digest ?? found.get(image) ?? (await imageId(image));
      if (known !== null) found.set(image, known);
    }
  }
  return found;
}
