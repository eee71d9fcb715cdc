/** What one fault is tried on: a stage with gates in front of engine and registry, images to work with, and a running Strata. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startEngine, type TestEngine } from '../support/engine.js';
import { startDisplay, type TestDisplay } from '../support/display.js';
import { startKeyring, type TestKeyring } from '../support/keyring.js';
import { findFreePort, makeFolder, run } from '../support/processes.js';
import { startRegistry, type TestRegistry } from '../support/registry.js';
import { launchStrata, type RunningStrata } from '../support/strata.js';
import { deskOf, type Desk } from './desk.js';
import { openGate, type Gate } from './gate.js';
import { until } from './until.js';

export type Round = {
  /** In the names of all that belongs to this round. */
  readonly id: string;
  readonly engine: TestEngine;
  readonly engineGate: Gate;
  readonly realRegistry: TestRegistry;
  readonly registryGate: Gate;
  /** Where Strata and the engine find it: `127.0.0.1:PORT`, through the gate. */
  readonly registry: string;
  /** The same under another name, which nobody has logged in to: `localhost:PORT`. */
  readonly otherRegistry: string;
  readonly account: { readonly username: string; readonly password: string };
  readonly authorization: string;
  readonly keyring: TestKeyring;
  /** STRATA_HOME. It and `target` lie on a disk of their own each. */
  readonly home: string;
  readonly project: string;
  readonly archive: string;
  readonly target: string;
  /** What is in `target` before anything is saved there. */
  readonly formerTarget: string;
  readonly registryIsSlow: boolean;
  /** Files that take all room on the disks of the engine, of Strata's home and of `target`. */
  readonly fillers: readonly string[];
  /** Of now: restarted ones take the place of those that were killed. */
  strata: RunningStrata;
  desk: Desk;
  launch(): Promise<void>;
  /** SIGKILL for main; resolves when all other processes of that Strata have ended by themselves. */
  killMain(): Promise<void>;
  stop(): Promise<void>;
};

export type RoundOptions = {
  readonly id: string;
  readonly registryIsSlow: boolean;
  /** Of the engine, in MB. */
  readonly engineDisk?: number;
};

const MEGABYTES = 8;
const DISK_MB = 192;
const account = { username: 'ada', password: 'correct horse battery' };

export async function openRound({ id, registryIsSlow, engineDisk }: RoundOptions): Promise<Round> {
  const ending: (() => Promise<unknown>)[] = [];
  const begun = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const part = await starting;
    ending.push(() => part.stop());
    return part;
  };
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const work = await makeFolder('round');
    ending.push(() => rm(work, { recursive: true, force: true }));
    const diskOf = async (name: string): Promise<string> => {
      const folder = join(work, name);
      await mkdir(folder);
      await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'disk', folder]);
      ending.push(() => run('umount', ['--lazy', folder]));
      return folder;
    };
    // Room that a save gives back is none for the rest.
    const [disk, savedTo] = [await diskOf('disk'), await diskOf('saved')];

    const display: TestDisplay = await begun(startDisplay());
    const keyring = await begun(startKeyring());
    const realRegistry = await begun(startRegistry({ users: { [account.username]: account.password } }));
    const engine = await begun(startEngine(engineDisk === undefined ? {} : { diskMegabytes: engineDisk }));
    const socket = join(work, 'gate.sock');
    const engineGate = await openGate({ path: socket }, { path: engine.socketPath });
    const port = await findFreePort();
    const registryGate = await openGate(
      { host: '127.0.0.1', port },
      { host: '127.0.0.1', port: Number(realRegistry.host.split(':')[1]) },
    );
    ending.push(async () => {
      for (const gate of [engineGate, registryGate]) {
        gate.release();
        await gate.cut();
      }
    });
    const registry = `127.0.0.1:${port}`;
    const places = {
      home: join(disk, 'home'),
      target: join(savedTo, 'saved.tar'),
      archive: join(work, 'load.tar'),
      project: join(work, 'project'),
    };
    await prepare(engine, registry, id, places);

    const round: Round = {
      id,
      engine,
      engineGate,
      realRegistry,
      registryGate,
      registry,
      otherRegistry: `localhost:${port}`,
      account,
      authorization: `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`,
      keyring,
      ...places,
      formerTarget: 'what was saved before',
      registryIsSlow,
      fillers: [
        join(disk, 'filler'),
        join(savedTo, 'filler'),
        join(dirname(engine.socketPath), 'data', 'filler'),
      ],
      strata: undefined as unknown as RunningStrata,
      desk: undefined as unknown as Desk,
      async launch() {
        round.strata = await launchStrata({
          dockerHost: `unix://${socket}`,
          home: places.home,
          env: { ...keyring.env, ...display.env },
        });
        round.desk = deskOf(round.strata);
      },
      async killMain() {
        round.strata.app.process().kill('SIGKILL');
        await until('the end of all of Strata’s processes', async () => !(await runsIn(places.home)), 20_000);
      },
      stop,
    };
    await writeFile(places.target, round.formerTarget);
    await round.launch();
    ending.push(() => round.strata.close());
    await logIn(round, registry);
    return round;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @throws Error when it is refused */
async function logIn({ desk, account: { username, password } }: Round, registry: string): Promise<void> {
  const answer = await desk.ask('registry.login', { registry, username, secret: password, keep: 'keychain' });
  if (!answer.ok) throw new Error(`the login was refused: ${JSON.stringify(answer.failure)}`);
}

type Places = { readonly project: string; readonly archive: string };

/** An image of random bytes for each job, so that none finds its bytes where they should go. */
async function prepare(engine: TestEngine, registry: string, id: string, places: Places): Promise<void> {
  const docker: TestEngine['docker'] = (...words) => engine.docker(...words);
  const make = async (name: string): Promise<void> => {
    const folder = await makeFolder('layer');
    await writeFile(join(folder, 'random'), randomBytes(MEGABYTES * 1_000_000));
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY random /\n');
    await docker(['build', '--quiet', '--tag', name, folder]);
    await rm(folder, { recursive: true, force: true });
  };
  await docker(['login', '--username', account.username, '--password-stdin', registry], {
    input: account.password,
  });
  for (const name of ['push', 'save', 'load', 'index']) await make(`${name}-${id}:1`);
  for (const name of ['pull', 'base']) {
    await make(`${registry}/${name}-${id}:1`);
    await docker(['push', '--quiet', `${registry}/${name}-${id}:1`]);
    await docker(['rmi', '--force', `${registry}/${name}-${id}:1`]);
  }
  await docker(['tag', `index-${id}:1`, `${registry}/index-${id}:1`]);
  await docker(['push', '--quiet', `${registry}/index-${id}:1`]);
  await docker(['save', '--output', places.archive, `load-${id}:1`]);
  await docker(['rmi', '--force', `load-${id}:1`, `${registry}/index-${id}:1`]);
  await docker(['builder', 'prune', '--all', '--force']);
  await mkdir(places.project);
  await writeFile(join(places.project, 'random'), randomBytes(MEGABYTES * 1_000_000));
  await writeFile(join(places.project, 'Dockerfile'), `FROM ${registry}/base-${id}:1\nCOPY random /random\n`);
}

/** Whether any process has `home` as its STRATA_HOME. */
async function runsIn(home: string): Promise<boolean> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`STRATA_HOME=${home}`)) return true;
  }
  return false;
}

/** What a job that is over must not have left: drafts in Strata's home, beside what is saved, and containers in the engine. */
export async function leftovers({ home, target, engine }: Round): Promise<readonly string[]> {
  const names = [
    ...(await readdir(home, { recursive: true })).filter((name) => !name.startsWith('profile')),
    ...(await readdir(dirname(target))),
  ];
  const drafts = names.filter((name) => /\.(tmp|draft|lock)$/.test(name));
  const fetched = await readdir(join(home, 'fetched')).catch(() => []);
  const containers = (await engine.docker(['ps', '--all', '--quiet'])).split('\n').filter(Boolean);
  return [...drafts, ...fetched, ...containers.map((each) => `container ${each}`)];
}
