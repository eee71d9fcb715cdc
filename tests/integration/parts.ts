/** Strata's own services as integration tests use them: on real parts, under plain Node, ended by the test. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { createBuilds, openRememberedBuilds } from '../../src/main/builds/index.js';
import { createCredentials, type Credentials } from '../../src/main/credentials/index.js';
import { createEngine, type EngineService } from '../../src/main/engine/index.js';
import type { OnDamaged } from '../../src/main/files/index.js';
import {
  connectToRegistries,
  createLogins,
  createRegistry,
  openRegistryMemory,
  type RegistryClients,
  type LoginService,
  type RegistryService,
} from '../../src/main/registry/index.js';
import { nodeProcessHost } from '../../src/main/processes/node-host.js';
import { FailureError, type Failure } from '../../src/shared/failure.js';
import { buildProgress, type BuildReport, type BuildState } from '../../src/shared/build-progress.js';
import { buildOptions, type BuildRequest } from '../../src/shared/contract/build-options.js';
import { noRegistryExceptions } from '../../src/shared/contract/app.js';
import type { BuildOutcome } from '../../src/shared/contract/builds.js';
import { transferProgress, type TransferState, type TransferStep } from '../../src/shared/transfer.js';
import { dockerFor, type TestEngine } from '../support/engine.js';
import { makeFolder } from '../support/processes.js';

const entry = fileURLToPath(new URL('../../src/main/credentials/keychain-process.ts', import.meta.url));

/** For tests in which no file is damaged. */
export const onDamaged: OnDamaged = ({ aside }) => {
  throw new Error(`damaged: ${aside}`);
};

export type CredentialsParts = {
  /** With which the keychain process finds a keyring. */
  readonly env: Readonly<Record<string, string>>;
  readonly home?: string;
  readonly limitMs?: number;
};

/** Credentials with a keychain process that runs from source, and a home of their own unless one is given. */
export async function openCredentials(
  parts: CredentialsParts,
): Promise<Credentials & { readonly home: string }> {
  const home = parts.home ?? (await makeFolder('home'));
  const { PATH = '', HOME = '' } = process.env;
  const credentials = createCredentials({
    home,
    environment: { DOCKER_CONFIG: home },
    onDamaged,
    // Longer than the app's: a compiler starts with the process, on a machine that does much else.
    limitMs: parts.limitMs ?? 15_000,
    keychainHost: nodeProcessHost({
      entry,
      execArgv: ['--import', 'tsx'],
      environment: { PATH, HOME, ...parts.env },
    }),
  });
  return { ...credentials, home };
}

export type RegistryParts = {
  readonly engine: EngineService;
  readonly credentials: Credentials & { readonly home: string };
  readonly onLogins?: Parameters<typeof createLogins>[0]['onLogins'];
} & Partial<
  Pick<Parameters<typeof createRegistry>[0], 'weigh' | 'layersHere' | 'images' | 'onUpdates'> &
    Pick<Parameters<typeof connectToRegistries>[0], 'exceptions'>
>;

/** Logins, too, which are one list for all engines. */
export type TestRegistry = RegistryService & LoginService;

/** Registries as the app has them. Nobody hears of logins unless somebody is given. */
export function openRegistry({
  engine,
  credentials,
  weigh = () => Promise.reject(new Error('nothing is weighed here')),
  layersHere = () => Promise.resolve([]),
  images = () => Promise.resolve([]),
  onUpdates = () => undefined,
  onLogins = () => undefined,
  exceptions = () => noRegistryExceptions,
}: RegistryParts): TestRegistry {
  const connected = connectToRegistries({ engine, credentials, environment: {}, exceptions });
  const logins = createLogins({ credentials, forget: connected.clients.forget, onLogins });
  const registry = createRegistry({
    engine,
    credentials,
    connected,
    logins,
    memory: openRegistryMemory(credentials.home, onDamaged),
    weigh,
    layersHere,
    images,
    onUpdates,
  });
  return { ...registry, ...logins };
}

/** Registries' own API, as the app speaks it. */
export const openClients = (
  engine: EngineService,
  credentials: Pick<Credentials, 'authFor'> = { authFor: () => Promise.resolve(null) },
): RegistryClients =>
  connectToRegistries({ engine, credentials, environment: {}, exceptions: () => noRegistryExceptions })
    .clients;

export function openEngine(host: string): EngineService {
  return createEngine({ environment: { DOCKER_HOST: host }, onStatus: () => undefined });
}

export type BuildsParts = Partial<Parameters<typeof createBuilds>[0]> & {
  readonly engine: EngineService;
  readonly home?: string;
};

/** Builds without logins or environment, and with a home of their own, unless they are given. What is logged is thrown. */
export async function openBuilds({ home, ...parts }: BuildsParts): Promise<ReturnType<typeof createBuilds>> {
  return createBuilds({
    authFor: () => Promise.resolve(null),
    environment: {},
    remembered: openRememberedBuilds(join(home ?? (await makeFolder('home')), 'projects.json'), onDamaged),
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
    ...parts,
  });
}

/** The run's engine for a whole file of tests: the docker CLI against it, and the app's own connection. */
export function useEngine(): { readonly docker: TestEngine['docker']; readonly engine: () => EngineService } {
  let docker: TestEngine['docker'] | undefined;
  let engine: EngineService | undefined;
  beforeAll(async () => {
    docker = await dockerFor(inject('engineHost'));
    engine = openEngine(inject('engineHost'));
    await engine.reconnect();
  });
  afterAll(() => engine?.stop());
  return { docker: (...words) => docker!(...words), engine: () => engine! };
}

export type BuildFollowing = {
  readonly signal?: AbortSignal;
  readonly onReport?: (report: BuildReport, state: BuildState) => void;
};

let builds = 0;

/** Runs a build to its end: of `Dockerfile`, with the cache, unless the request says otherwise. */
export async function buildWith(
  service: ReturnType<typeof createBuilds>,
  request: Partial<BuildRequest> & { readonly folder: string; readonly imageName: string },
  { signal = new AbortController().signal, onReport = () => undefined }: BuildFollowing = {},
): Promise<{ readonly outcome: BuildOutcome; readonly state: BuildState }> {
  let state = buildProgress.initial();
  const usual = { dockerfile: 'Dockerfile', arguments: [], ignoreCache: false, pullBase: false };
  const outcome = await service.run.run(buildOptions.parse({ ...usual, ...request }), {
    id: `build-${++builds}`,
    signal,
    report(report) {
      state = buildProgress.reduce(state, report);
      onReport(report, state);
    },
  });
  return { outcome, state };
}

/** The failure with which `work` is refused. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    (value) => new Error(`it was not refused but gave ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}

/** What a job's run is given, and what came of its reports. */
export function followTransfer() {
  const abort = new AbortController();
  let state: TransferState = transferProgress.initial();
  const messages: string[] = [];
  let onStep: (state: TransferState) => void = () => undefined;
  return {
    run: {
      id: 'test',
      signal: abort.signal,
      report: (step: TransferStep) => {
        state = transferProgress.reduce(state, step);
        if (step.type === 'message') messages.push(step.message);
        onStep(state);
      },
    },
    state: () => state,
    messages,
    cancel: () => abort.abort(),
    /** Resolves once `is` holds of the state. */
    until: (is: (state: TransferState) => boolean) =>
      new Promise<void>((resolve) => {
        onStep = (now) => {
          if (is(now)) resolve();
        };
        onStep(state);
      }),
  };
}

/** The processes named `name` whose environment holds `text`. Linux only. */
export async function processesWith(name: string, text: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const [comm, environ] = await Promise.all(
      ['comm', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    // The kernel cuts names at 15 characters.
    if (comm?.trim() === name.slice(0, 15) && environ?.includes(text)) found.push(Number(pid));
  }
  return found;
}
