/** The engine: where it is, whether it answers, what it can do. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { LONGEST_PLACE } from './limits.js';
import { event, request } from './define.js';

export type EngineEndpoint = {
  /** As docker writes it: `unix:///var/run/docker.sock`, `tcp://host:2376`, `npipe:////./pipe/docker_engine`. */
  readonly address: string;
  /** `found`: nothing named it, but it is where a known program puts its socket. */
  readonly origin: 'DOCKER_HOST' | 'context' | 'default' | 'found';
  /** The docker context that named it, when one did. */
  readonly context?: string;
  /** The program whose place it is, when it was found: `Colima`. */
  readonly name?: string;
};

/** One of the places where an engine may be, and what was found there. */
export type EnginePlace = {
  /** Stays the same from one start to the next. */
  readonly id: string;
  /** A context's name, or whose place it is: `Colima`. */
  readonly name: string;
  /** Empty where there is none that could be used. */
  readonly address: string;
  readonly origin: EngineEndpoint['origin'];
} & (
  | { readonly state: 'answers'; readonly product: string; readonly version: string }
  /** `absent`: there is no such socket, as on most machines for most of these programs. */
  | { readonly state: 'absent' | 'failed'; readonly failure: Failure }
);

export type EnginePlaces = {
  readonly places: readonly EnginePlace[];
  /** Which of them is connected to, or tried. */
  readonly current: string | null;
  /** What was chosen in this window; null: as the docker CLI decides. */
  readonly chosen: string | null;
};

/** An engine that is installed here, and that the system can start. */
export type EngineStarter = { readonly id: string; readonly name: string };

export type EngineStatus =
  | { readonly state: 'connecting'; readonly endpoint: EngineEndpoint }
  | {
      readonly state: 'connected';
      readonly endpoint: EngineEndpoint;
      /** Whose engine it is, as far as that matters: what others than Podman are called is their own. */
      readonly product: 'Docker' | 'Podman';
      readonly version: string;
      readonly apiVersion: string;
      readonly os: string;
      readonly architecture: string;
      readonly buildkit: boolean;
    }
  | { readonly state: 'unreachable'; readonly endpoint: EngineEndpoint; readonly failure: Failure };

export const engine = {
  status: request(() => z.void()).gives<EngineStatus>(),
  /** Tries again at once instead of at the next back-off. */
  reconnect: request(() => z.void()).gives<EngineStatus>(),
  /** Looks at all places at once, which takes some seconds where one doesn't answer. */
  places: request(() => z.void()).gives<EnginePlaces>(),
  /**
   * Brings the window that asks, and no other, to another place, now and at later starts that nothing else is named for. Null: as
   * the docker CLI decides. What is running goes on where it began. Refused with `not-found` for a place that is gone.
   */
  choose: request(() => z.object({ place: z.string().max(LONGEST_PLACE).nullable() })).gives<EngineStatus>(),
  starters: request(() => z.void()).gives<readonly EngineStarter[]>(),
  /** Has the system start it, which may ask for a password, and connects. Refused with `denied` or `not-found`. */
  start: request(() => z.object({ id: z.string().max(200) })).gives<EngineStatus>(),
  statusChanged: event<EngineStatus>(),
};
