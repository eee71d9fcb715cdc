/** What Strata keeps in files of its own, and what it says when one of them can't be read. */
import { z } from 'zod';
import { event, request } from './define.js';

export const keptThings = [
  'settings',
  'logins',
  'docker-helper',
  'projects',
  'builds',
  'forecasts',
  'tags',
  'pushed-layers',
  'updates',
  'layers',
  'self-update',
] as const;
export type KeptThing = (typeof keptThings)[number];

/** A file, or a past build's folder, that could not be read and was set aside. */
export type DamagedFile = {
  readonly what: KeptThing;
  /** Where it lies now: a whole path. */
  readonly aside: string;
  /** How many of the same lie beside it: there may be as many as there are layers, and one word tells of them all. */
  readonly more: number;
};

export const kept = {
  /** Those of this run, until they are dismissed. */
  damaged: request(() => z.void()).gives<readonly DamagedFile[]>(),
  dismiss: request(() => z.void()).gives<void>(),
  damagedChanged: event<readonly DamagedFile[]>(),
};
