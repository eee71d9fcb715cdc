/** The forecast: what the next build will reuse, what it will run and why, and how long that will take. */
import { z } from 'zod';
import type { RerunReason } from '../dockerfile/forecast.js';
import { buildOptions } from './build-options.js';
import { event, request } from './define.js';

export type ForecastStep = {
  /** First and last line in the Dockerfile, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly keyword: string;
  readonly text: string;
  /** From 0. */
  readonly stage: number;
  readonly fate: 'reused' | 'rerun';
  readonly reason: RerunReason | null;
  /** When it last ran, in ms; null when it never did. */
  readonly ms: number | null;
  /** For the reason `files`: which, at most 50. */
  readonly changed: readonly string[];
};

export type Forecast = {
  readonly steps: readonly ForecastStep[];
  /** Files that some step takes, at most 2,000: what can be asked about. */
  readonly files: readonly string[];
  /** How long it will take, in ms; null when that isn't known of every step that will run. */
  readonly ms: number | null;
  /** Whether nothing of this project was built here before. */
  readonly isFirst: boolean;
  /** How many steps of earlier builds did what was foretold. */
  readonly score: { readonly right: number; readonly steps: number; readonly builds: number };
};

export const forecast = {
  build: request(() =>
    z.object({
      options: buildOptions,
      /** A path of the context that is taken to have changed. */
      edited: z.string().max(4096).nullable(),
    }),
  ).gives<Forecast>(),
  /** A build of the project was learnt from. */
  learnt: event<{ readonly folder: string }>(),
};
