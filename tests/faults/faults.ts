/** The faults: how each strikes, how it is mended, and how each job may truthfully end. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FailureCode } from '../../src/shared/failure.js';
import type { JobName } from './jobs.js';
import type { Round, RoundOptions } from './round.js';

/** `done`, or one of these failures; `lost`: main was gone, and its records say so. */
export type Ending = 'done' | 'lost' | readonly FailureCode[];

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
const PAUSE_MS = 30_000;

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
    endings: allDone,
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
];

/** Why a pair is not in the table. */
export const impossible: Readonly<Record<string, string>> = {
  'registry killed': 'lists, archives and what is loaded ask no registry',
  'keychain killed': 'lists, archives and layers of the engine ask for no login',
};
