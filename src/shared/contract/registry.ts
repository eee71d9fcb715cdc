/** Registries: logins (kept by the keychain, or until Strata quits) and pushes. A secret comes in and never goes back out. */
import { z } from 'zod';
import type { Failure } from '../failure.js';
import { transferProgress } from '../transfer.js';
import { event, job, request } from './define.js';

export type LoginKept = 'keychain' | 'session';

/** What ends a login by itself, as it is chosen. */
export const loginEndings = ['never', 'hour', 'today', 'quit', 'lock'] as const;
export type LoginEnding = (typeof loginEndings)[number];
/** As it is told: a time in milliseconds since 1970, or what ends it. */
export type LoginEnd = number | 'quit' | 'lock';

export type Login = {
  /** As docker writes it: `docker.io`, `ghcr.io`, `localhost:5000`. */
  readonly registry: string;
  /** The path that its repositories begin with, where it is not for all of the registry: `team-a`. */
  readonly prefix?: string;
  readonly username: string;
  readonly kept: LoginKept;
  readonly expires?: LoginEnd;
};

export type KeychainState =
  { readonly available: true } | { readonly available: false; readonly failure: Failure };

export type Logins = {
  readonly logins: readonly Login[];
  readonly keychain: KeychainState;
  /** What is wrong with the list itself, such as a damaged file that was set aside. */
  readonly problem?: Failure;
};

/** What a log-out did: `ghcr.io`, or `ghcr.io/team-a`. A login that could not be erased is named, and stays listed. */
export type LogoutReport = {
  readonly erased: readonly string[];
  readonly left: readonly { readonly registry: string; readonly failure: Failure }[];
};

export type PushOutcome = {
  readonly reference: string;
  readonly digest: string;
  /** Of the manifest, in bytes. */
  readonly size: number;
  /**
   * What the registry says of the tag afterwards. `confirmed`: that digest. `moved`: another one, so somebody else has pushed
   * since. `missing`: it has no such tag, whatever the engine says. `unasked`: it can't be asked from here.
   */
  readonly registry: 'confirmed' | 'moved' | 'missing' | 'unasked';
};

const registryName = z.string().trim().min(1).max(255);

export const registry = {
  logins: request(() => z.void()).gives<Logins>(),
  /** The logins alone. Nobody asks the keychain, which takes a process, whether it works. */
  known: request(() => z.void()).gives<readonly Login[]>(),
  /** Asks the registry first; only what it accepts is kept. `registry` may go on with a path: `ghcr.io/team-a`. */
  login: request(() =>
    z.object({
      registry: registryName,
      username: z.string().min(1).max(1024),
      secret: z
        .string()
        .min(1)
        .max(64 * 1024),
      keep: z.enum(['keychain', 'session']),
      ends: z.enum(loginEndings).optional(),
    }),
  ).gives<Login>(),
  logout: request(() => z.object({ registry: registryName })).gives<LogoutReport>(),
  logoutEverywhere: request(() => z.void()).gives<LogoutReport>(),
  /** Tags `image` as `destination` if it isn't yet, then pushes. Done only when the engine reports the digest. */
  push: job(
    () => z.object({ image: z.string().min(1).max(512), destination: z.string().min(1).max(512) }),
    transferProgress,
  ).gives<PushOutcome>(),
  loginsChanged: event<Logins>(),
};
