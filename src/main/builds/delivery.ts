/** How a project gets to the engine: through a session, where only what has changed travels, or as one tar for engines without BuildKit. */
import type Docker from 'dockerode';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import type { Dockerfile } from '../../shared/dockerfile/syntax.js';
import { tryReference } from '../../shared/reference.js';
import { engineLogin, type Credential } from '../credentials/index.js';
import { packContext } from './context/tar.js';
import type { BuildContext } from './context/walk.js';
import type { BuildSecrets } from './secrets.js';
import { authMethods, fileSyncMethods, openSession, secretMethods, sshMethods } from './session/index.js';

export type AuthFor = (registry: string) => Promise<Credential | null>;

export type DeliveryOptions = {
  readonly docker: Docker;
  readonly folder: string;
  /** Relative to the folder. */
  readonly dockerfile: string;
  /** What it says. */
  readonly tree: Dockerfile;
  readonly context: BuildContext;
  readonly authFor: AuthFor;
  readonly secrets: BuildSecrets;
  /** The socket of the user's ssh agent, if the build may ask it. */
  readonly agent: string | null;
  /** Told as it goes: how many files there are, and how many bytes of content were sent. */
  readonly onSent: (files: number, bytes: number) => void;
  /** Told when the engine has all of it. */
  readonly onDone: () => void;
  readonly signal: AbortSignal;
};

export type Delivery = {
  /** What the request for the build says of it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: Readable | Buffer;
  /** The session that it goes through, and the Dockerfile's name in it; null for a tar. */
  readonly session: { readonly id: string; readonly dockerfile: string } | null;
  /** Ends it, and resolves when nothing of it runs any more, with what went wrong on our side of it. */
  readonly end: () => Promise<DeliveryProblems>;
};

export type DeliveryProblems = {
  /** Why the context could not be sent. */
  readonly context?: unknown;
  /** Why a login could not be looked up. Most base images need none, so it fails only the build that does. */
  readonly login?: unknown;
};

/** For BuildKit. @throws Error as dockerode does when the engine opens no session */
export async function deliverThroughSession(options: DeliveryOptions): Promise<Delivery> {
  const { docker, folder, dockerfile, context, authFor, secrets, agent, onSent, onDone, signal } = options;
  const problems: { context?: unknown; login?: unknown } = {};
  const methods = {
    ...authMethods({ authFor, onProblem: (error) => (problems.login = error) }),
    ...(secrets.size > 0 ? secretMethods(secrets) : {}),
    ...(agent === null ? {} : sshMethods(agent)),
    ...fileSyncMethods({
      folder,
      context,
      dockerfile,
      onSent,
      onDone,
      onProblem: (error) => (problems.context ??= error),
    }),
  };
  // The same for the same folder: what the engine has of it from an earlier build needs no sending.
  const sharedKey = createHash('sha256').update(`strata:${folder}`).digest('hex');
  const session = await openSession(docker, methods, sharedKey, signal);
  return {
    parameters: {
      // A number: with a text, dockerode opens a session of its own, which gives any host the one login that it has.
      version: 2,
      remote: 'client-session',
      session: session.id,
      dockerfile: posix.basename(dockerfile),
    },
    body: Buffer.alloc(0),
    session: { id: session.id, dockerfile: posix.basename(dockerfile) },
    end: async () => {
      await session.close();
      return problems;
    },
  };
}

/** For the classic builder, which takes the logins with the request: those of the registries that FROM names, and no other. */
export async function deliverAsTar(options: DeliveryOptions): Promise<Delivery> {
  const { dockerfile, tree, context, authFor, onSent, onDone, signal } = options;
  const logins = await loginsFor(tree, authFor);
  const upload = new AbortController();
  const tar = packContext(context, onSent, AbortSignal.any([signal, upload.signal]));
  const done = tar.done.then(onDone);
  done.catch(() => undefined);
  return {
    parameters: {
      forcerm: true,
      dockerfile,
      ...(logins ? { registryconfig: { base64: paddedBase64Url(JSON.stringify(logins)) } } : {}),
    },
    body: tar.stream,
    session: null,
    end: async () => {
      upload.abort();
      return done.then(
        () => ({}),
        (error: unknown) => ({ context: error }),
      );
    },
  };
}

/** RFC 4648 section 5 with padding: the engine silently drops every login when there is a + or / in it, or no = at its end. */
const paddedBase64Url = (text: string): string =>
  Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_');

async function loginsFor(
  { stages }: Dockerfile,
  authFor: AuthFor,
): Promise<Readonly<Record<string, ReturnType<typeof engineLogin>>> | null> {
  const domains = new Set(
    stages.flatMap(({ from }) => {
      const base = tryReference(from.image?.text ?? '');
      return base.ok ? [base.value.domain] : [];
    }),
  );
  const logins: Record<string, ReturnType<typeof engineLogin>> = {};
  for (const domain of domains) {
    const login = await authFor(domain);
    const address = domain === 'docker.io' ? 'https://index.docker.io/v1/' : domain;
    if (login) logins[address] = engineLogin(login);
  }
  return Object.keys(logins).length > 0 ? logins : null;
}
