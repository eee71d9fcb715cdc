/** What every end-to-end test stands on: one stage of real parts per run, one Strata per test. */
import { test as base } from '@playwright/test';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestEngine } from '../support/engine.js';
import type { TestKeyring } from '../support/keyring.js';
import type { TestRegistry } from '../support/registry.js';
import { relay, type Relay } from '../support/relay.js';
import { assertOwnEngine, startStage } from '../support/stage.js';
import { launchStrata, type RunningStrata, type StrataOptions } from '../support/strata.js';

const projects = fileURLToPath(new URL('../fixtures/projects', import.meta.url));

export type Account = { readonly username: string; readonly password: string };

/** What a test may ask of any engine; the stage's own can be stopped and frozen, too. */
type StageEngine = Omit<TestEngine, 'isPrivate' | 'restart' | 'kill' | 'freeze' | 'thaw' | 'stop'>;

/** The stage as end-to-end tests see it: all of its parts are there. */
export type FullStage = {
  readonly engine: StageEngine;
  /** Wants `account` for everything. */
  readonly registry: TestRegistry;
  readonly account: Account;
  readonly keyring: TestKeyring;
  readonly env: Readonly<Record<string, string>>;
  /** An open registry, which answers for docker.io. `host:port`. */
  readonly mirror: string;
  /** Pulls with docker's own CLI and `account`, after the engine has forgotten the reference. */
  pullWithCli(reference: string): Promise<void>;
  /** Makes the engine reachable at another socket, until the test ends. */
  exposeEngineAt(socket: string): Promise<void>;
};

type Launch = (options?: Partial<StrataOptions>) => Promise<RunningStrata>;

export const test = base.extend<
  { launch: Launch; strata: RunningStrata; folders: undefined },
  { stage: FullStage & { readonly engine: TestEngine; readonly relays: Relay[] } }
>({
  stage: [
    async ({}, use) => {
      const account = { username: 'ada', password: 'Canary-7f3e "quoted": päss' };
      const stage = await startStage({
        keyring: true,
        display: true,
        users: { [account.username]: account.password },
      });
      const { engine, keyring, openRegistry, guardedRegistry: registry } = stage;
      await assertOwnEngine(stage);
      if (!keyring || !openRegistry) throw new Error('a part of the stage is missing');
      const relays: Relay[] = [];
      await use({
        engine,
        registry,
        account,
        keyring,
        env: stage.env,
        relays,
        mirror: openRegistry.host,
        pullWithCli: cliPull(engine, registry, account),
        async exposeEngineAt(socket) {
          relays.push(await relay(socket, engine.socketPath));
        },
      });
      await stage.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  launch: async ({ stage }, use, testInfo) => {
    const started: RunningStrata[] = [];
    await use(async (options = {}) => {
      const strata = await launchStrata({
        dockerHost: stage.engine.host,
        ...options,
        env: { ...stage.env, ...options.env },
      });
      started.push(strata);
      return strata;
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const strata of started) {
      if (failed && !strata.page.isClosed())
        await strata.page.screenshot({ path: testInfo.outputPath('window.png') });
      await strata.close();
    }
    for (const { close } of stage.relays.splice(0)) close();
  },
  strata: async ({ launch }, use) => use(await launch()),
  folders: [
    async ({}, use) => {
      await use(undefined);
      for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
    },
    { auto: true },
  ],
});

/** The same stage with another engine than its own. */
export function withEngine(stage: FullStage, engine: StageEngine): FullStage {
  return { ...stage, engine, pullWithCli: cliPull(engine, stage.registry, stage.account) };
}

function cliPull(engine: StageEngine, { host }: TestRegistry, { username, password }: Account) {
  return async (reference: string): Promise<void> => {
    await engine.docker(['login', '--username', username, '--password-stdin', host], { input: password });
    try {
      await engine.docker(['rmi', '--force', reference]).catch(() => undefined);
      await engine.docker(['pull', reference]);
    } finally {
      await engine.docker(['logout', host]);
    }
  };
}

/** Gives the window's page that many pixels: the size that everything is promised at. */
export async function setWindowSize({ app }: RunningStrata, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
}

const made: string[] = [];

/** A folder of this test's own, removed after it. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-e2e-'));
  made.push(folder);
  return folder;
}

/** The folder of a docker config with these contexts, and their hosts. */
export async function configWith(contexts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await emptyFolder();
  for (const [name, host] of Object.entries(contexts)) {
    const at = join(folder, 'contexts/meta', createHash('sha256').update(name).digest('hex'));
    await mkdir(at, { recursive: true });
    await writeFile(
      join(at, 'meta.json'),
      JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
    );
  }
  return folder;
}

/** A copy of a sample project under its own name, so that a test may change it. */
export async function copyProject(name: string): Promise<string> {
  const folder = join(await emptyFolder(), name);
  await cp(join(projects, name), folder, { recursive: true });
  return folder;
}
