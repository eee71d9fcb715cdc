/** The work that faults strike: how each begins, when it is in the middle, and what its success looks like. */
import { stat } from 'node:fs/promises';
import type { BuildState } from '../../src/shared/build-progress.js';
import type { IndexedImage } from '../../src/shared/contract/layers.js';
import type { TransferState } from '../../src/shared/transfer.js';
import type { Desk } from './desk.js';
import type { Round } from './round.js';

export const jobNames = ['list', 'build', 'push', 'pull', 'save', 'load', 'index', 'login'] as const;
export type JobName = (typeof jobNames)[number];

export type LongJob = {
  readonly call: string;
  /** What must be done before, once for each start. */
  readonly prepare?: (desk: Desk, round: Round) => Promise<void>;
  readonly input: (round: Round) => unknown;
  /** Whether it is under way, by its progress: bytes have moved and more will. */
  readonly isMidway: (state: unknown, round: Round) => boolean;
  /** @throws Error when what it says it did isn't there */
  readonly check: (round: Round, desk: Desk, outcome: unknown) => Promise<void>;
};

const A_BIT = 300_000;

const transferMidway = (state: unknown): boolean =>
  (state as TransferState).layers.some(({ current, total }) => current > A_BIT && total !== null);
const bytesMidway = (state: unknown): boolean => (state as { bytes: number }).bytes > A_BIT;

async function hasImage(round: Round, name: string): Promise<void> {
  await round.engine.docker(['image', 'inspect', '--format', '{{.Id}}', name]);
}

export const longJobs: Readonly<Record<Exclude<JobName, 'list' | 'login'>, LongJob>> = {
  build: {
    call: 'builds.run',
    input: ({ project, id }) => ({
      folder: project,
      dockerfile: 'Dockerfile',
      imageName: `built-${id}:1`,
      arguments: [],
      ignoreCache: false,
      pullBase: false,
    }),
    isMidway: (state, { registryIsSlow }) => {
      const { contextBytes, steps } = state as BuildState;
      // Where the registry is what breaks, it is asked for the base; else the context is on its way.
      return registryIsSlow ? steps.some(({ state: now }) => now === 'running') : contextBytes > A_BIT;
    },
    check: (round) => hasImage(round, `built-${round.id}:1`),
  },
  push: {
    call: 'registry.push',
    input: ({ registry, id }) => ({ image: `push-${id}:1`, destination: `${registry}/pushed-${id}:1` }),
    isMidway: transferMidway,
    async check({ registry, id, authorization }) {
      const answer = await fetch(`http://${registry}/v2/pushed-${id}/manifests/1`, {
        headers: { authorization, accept: 'application/vnd.docker.distribution.manifest.v2+json' },
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the registry answers ${answer.status} for what was pushed`);
    },
  },
  pull: {
    call: 'images.pull',
    input: ({ registry, id }) => ({ reference: `${registry}/pull-${id}:1` }),
    isMidway: transferMidway,
    check: (round) => hasImage(round, `${round.registry}/pull-${round.id}:1`),
  },
  save: {
    call: 'archives.save',
    prepare: (desk, { target }) => desk.saveNextAs(target),
    input: ({ target, id }) => ({ images: [`save-${id}:1`], file: target }),
    isMidway: bytesMidway,
    check: async ({ target }) => {
      const { size } = await stat(target);
      if (size < A_BIT) throw new Error(`${target} has ${size} bytes`);
    },
  },
  load: {
    call: 'archives.load',
    input: ({ archive }) => ({ file: archive }),
    isMidway: bytesMidway,
    check: (round) => hasImage(round, `load-${round.id}:1`),
  },
  index: {
    call: 'layers.index',
    input: ({ registry, id, registryIsSlow }) => ({
      // Where the registry is what breaks, the layers come from there.
      source: registryIsSlow
        ? { kind: 'registry', reference: `${registry}/index-${id}:1` }
        : { kind: 'image', image: `index-${id}:1` },
    }),
    isMidway: bytesMidway,
    async check(_round, desk, outcome) {
      const layers = (outcome as readonly IndexedImage[])[0]?.layers;
      const known = await desk.ask<{ missing: number }>('layers.known', { layers });
      if (!known.ok || known.value.missing > 0) throw new Error('layers that were read are not known');
    },
  },
};
