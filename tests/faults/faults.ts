/** The faults: how each strikes, how it is mended, and how each job may truthfully end. */
import { open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FailureCode } from '../../src/shared/failure.js';
import type { JobName } from './jobs.js';
import type { Round, RoundOptions } from './round.js';

/** `done`, or one of these; `lost`: main was gone, and its records say so. */
export type Ending = 'done' | 'lost' | readonly (FailureCode | 'done')[];

export type Fault = {
  readonly name: string;
  readonly round: Omit<RoundOptions, 'id'>;
  /** The jobs that it matters to, and how they end. */
  readonly endings: Readonly<Partial<Record<JobName, Ending>>>;
  /** Before the jobs begin. */
  readonly prepare?: (round: Round) => void;
  /** Strikes while every job is in the middle and no byte goes through the gates, which are opened again after it. */
  readonly strike: (round: Round) => Promise<void>;
  /** Makes everything well again, when the jobs have ended. */
  readonly mend?: (round: Round) => Promise<void>;
};

const engineGone: readonly FailureCode[] = ['engine-unreachable', 'interrupted'];
const withoutEngine = {
  list: engineGone,
  build: engineGone,
  push: engineGone,
  pull: engineGone,
  save: engineGone,
  load: engineGone,
  index: engineGone,
  login: 'done',
} as const;
const allDone = {
  list: 'done',
  build: 'done',
  push: 'done',
  pull: 'done',
  save: 'done',
  load: 'done',
  index: 'done',
  login: 'done',
} as const;
const allLost = {
  list: 'lost',
  build: 'lost',
  push: 'lost',
  pull: 'lost',
  save: 'lost',
  load: 'lost',
  index: 'lost',
  login: 'lost',
} as const;
const PAUSE_MS = 30_000;
/** Room for the images that the jobs need, twice: of what is fetched both archive and layer are kept for a moment. */
const ENGINE_DISK_MB = 320;

export const faults: readonly Fault[] = [
  {
    name: 'engine killed',
    round: { registryIsSlow: false },
    endings: withoutEngine,
    strike: ({ engine }) => engine.kill(),
    mend: ({ engine }) => engine.restart(),
  },
  {
    name: 'engine paused 30 s',
    round: { registryIsSlow: false },
    // The engine takes a session for dead when the pause came while it waited for a word on it: then docker's CLI loses its build, too.
    endings: { ...allDone, build: ['done', 'interrupted'] },
    async strike({ engine, engineGate, registryGate }) {
      engine.freeze();
      for (const gate of [engineGate, registryGate]) gate.release();
      await pause(PAUSE_MS);
      engine.thaw();
    },
  },
  {
    name: 'socket closed',
    round: { registryIsSlow: false },
    endings: withoutEngine,
    strike: ({ engineGate }) => engineGate.cut(),
    mend: ({ engineGate }) => engineGate.open(),
  },
  {
    name: 'registry killed',
    round: { registryIsSlow: true },
    endings: {
      build: ['registry-unreachable'],
      push: ['registry-unreachable'],
      pull: ['registry-unreachable'],
      index: ['registry-unreachable'],
      login: ['registry-unreachable'],
    },
    async strike({ realRegistry, registryGate }) {
      await realRegistry.kill();
      await registryGate.cut();
    },
    async mend({ realRegistry, registryGate }) {
      await realRegistry.restart();
      await registryGate.open();
    },
  },
  {
    name: 'keychain killed',
    round: { registryIsSlow: true },
    endings: {
      build: ['keychain-unavailable'],
      push: ['keychain-unavailable'],
      pull: ['keychain-unavailable'],
      login: ['keychain-unavailable'],
    },
    prepare: ({ keyring }) => keyring.freezeService(),
    strike: ({ keyring }) => keyring.killService(),
    mend: ({ keyring }) => keyring.restartService(),
  },
  {
    name: 'renderer crashed',
    round: { registryIsSlow: false },
    endings: allDone,
    async strike({ desk }) {
      await desk.crashPage();
      await desk.reload();
    },
  },
  {
    name: 'disk full',
    round: { registryIsSlow: false, engineDisk: ENGINE_DISK_MB },
    endings: {
      list: 'done',
      build: ['disk-full'],
      // The engine notes what it has pushed; where it is done with that before, the push is.
      push: ['done', 'disk-full'],
      pull: ['disk-full'],
      save: ['disk-full'],
      load: ['disk-full'],
      index: ['disk-full'],
      login: ['disk-full'],
    },
    async strike(round) {
      for (const file of round.fillers) await fill(file);
      // What others on those disks give back meanwhile is taken, too: Chromium's profile comes and goes.
      full.set(
        round,
        setInterval(() => round.fillers.forEach((file) => void fill(file)), 100),
      );
    },
    async mend(round) {
      clearInterval(full.get(round));
      await Promise.all(filling.values());
      for (const file of round.fillers) await rm(file, { force: true });
    },
  },
  {
    name: 'main killed -9',
    round: { registryIsSlow: false },
    endings: allLost,
    async strike(round) {
      await round.killMain();
      await round.launch();
    },
  },
];

const full = new Map<Round, NodeJS.Timeout>();
const filling = new Map<string, Promise<void>>();

/** Writes until the disk that it lies on takes no more. One at a time for each. */
function fill(path: string): Promise<void> {
  const now = filling.get(path) ?? fillOnce(path).finally(() => filling.delete(path));
  filling.set(path, now);
  return now;
}

async function fillOnce(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    // The last bytes are taken by ever smaller pieces.
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 16)) {
      const piece = Buffer.alloc(size, 1);
      for (let isFull = false; !isFull;)
        isFull = !(await file.write(piece).then(({ bytesWritten }) => bytesWritten === size, isNoSpace));
    }
  } finally {
    await file.close();
  }
}

function isNoSpace(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
  throw error;
}

/** Why a pair is not in the table. */
export const impossible: Readonly<Record<string, string>> = {
  'registry killed': 'lists, archives and what is loaded ask no registry',
  'keychain killed': 'lists, archives and layers of the engine ask for no login',
};
