/** One column of the table: every job is brought to its middle, the fault strikes once, and each is held to its word. */
import { readFile } from 'node:fs/promises';
import type { Login, Logins } from '../../src/shared/contract/registry.js';
import type { PastBuild } from '../../src/shared/contract/history.js';
import type { Failure, Result } from '../../src/shared/failure.js';
import type { Ending, Fault } from './faults.js';
import { jobNames, longJobs, type JobName } from './jobs.js';
import { leftovers, openRound, type Round } from './round.js';
import { until } from './until.js';

/** How each job ended, and what of that is not as it must be; null where it holds. */
export type Cell = { readonly ending: string; readonly problem: string | null };
export type Column = ReadonlyMap<JobName, Cell>;

/** So slow that every job is still in the middle when the last has come there. */
const SLOW_BYTES = 700_000;

type Ended =
  { readonly ok: true; readonly outcome: unknown } | { readonly ok: false; readonly failure: Failure };
type Lost = { readonly ok: 'lost' };

export async function strikeOnce(fault: Fault, at: number): Promise<Column> {
  const column = new Map<JobName, Cell>();
  const names = jobNames.filter((name) => fault.endings[name] !== undefined);
  const round = await openRound({ id: `r${at}`, ...fault.round });
  try {
    const running = await bringToTheMiddle(fault, round, names);
    await fault.strike(round);
    for (const gate of [round.engineGate, round.registryGate]) {
      gate.slow(null);
      gate.release();
    }
    const endings = new Map<JobName, Ended | Lost>();
    for (const name of names) {
      const isLost = fault.endings[name] === 'lost';
      endings.set(name, isLost ? { ok: 'lost' } : await running.get(name)!());
    }
    await fault.mend?.(round);
    const connected = async (): Promise<boolean> => {
      const status = await round.desk.ask<{ state: string }>('engine.status');
      return status.ok && status.value.state === 'connected';
    };
    await until('a connection to the engine', connected);
    for (const name of names) {
      const ended = endings.get(name)!;
      const problem = await problemOf(() => judge(fault, name, ended, round));
      column.set(name, { ending: wordFor(ended, name), problem });
    }
    const lost = await problemOf(() => nothingIsLost(round));
    for (const name of names) {
      const again = await problemOf(() => worksAgain(name, round));
      const cell = column.get(name)!;
      column.set(name, { ...cell, problem: cell.problem ?? again ?? lost });
    }
  } catch (error) {
    const words = messageOf(error);
    for (const name of names)
      if (!column.get(name)?.problem) column.set(name, { ending: 'unknown', problem: words });
  } finally {
    await round.stop();
  }
  return column;
}

function wordFor(ended: Ended | Lost, name: JobName): string {
  if (ended.ok === 'lost') return name === 'build' ? 'interrupted' : 'undone';
  return ended.ok ? 'done' : ended.failure.code;
}

/** How each that runs can be waited for. */
type Running = Map<JobName, () => Promise<Ended>>;

async function bringToTheMiddle(fault: Fault, round: Round, names: readonly JobName[]): Promise<Running> {
  const { desk, engine, engineGate, registryGate, id } = round;
  const running: Running = new Map();
  fault.prepare?.(round);
  engineGate.slow(SLOW_BYTES);
  registryGate.slow(round.registryIsSlow ? SLOW_BYTES / 2 : SLOW_BYTES);
  const started: Promise<void>[] = [];
  for (const name of names) {
    if (name === 'list' || name === 'login') continue;
    const job = longJobs[name];
    await job.prepare?.(desk, round);
    const key = await desk.start(job.call, job.input(round));
    running.set(name, () => endOf(round, key));
    // With the keychain silent from the start, waiting for it is the middle.
    if (fault.prepare) continue;
    let early: string | undefined;
    const isThere = async (): Promise<boolean> => {
      const { status, failure } = await desk.summary(key);
      if (status !== 'running') early = `${name} was ${status} too early: ${JSON.stringify(failure)}`;
      return early !== undefined || job.isMidway(await desk.state(key), round);
    };
    const arrival = until(`the middle of ${name}`, isThere).then(() => {
      if (early !== undefined) throw new Error(early);
    });
    started.push(arrival);
  }
  await Promise.all(started);
  if (names.includes('list')) {
    // An event makes the list stale; asking for it anew gets no answer.
    engineGate.holdAt('/images/json');
    await engine.docker(['tag', `save-${id}:1`, `named-${id}:1`]);
    await until('a list that is being asked for', () => engineGate.heldAt() > 0);
    running.set('list', answered(desk.ask('images.list')));
  }
  if (!fault.prepare) for (const gate of [engineGate, registryGate]) gate.hold();
  if (names.includes('login')) {
    const before = registryGate.connections();
    running.set('login', answered(desk.ask('registry.login', loginOf(round))));
    await until('a login that is being checked', () =>
      fault.prepare ? round.realRegistry.log().includes('GET /v2/') : registryGate.connections() > before,
    );
  }
  return running;
}

const loginOf = ({ otherRegistry, account }: Round): unknown => ({
  registry: otherRegistry,
  username: account.username,
  secret: account.password,
  keep: 'keychain',
});

/** Its answer goes where the page went: then what became of it shows in what there is. */
function answered(answer: Promise<Result<unknown>>): () => Promise<Ended> {
  const outcome = answer.then(
    (result): Ended =>
      result.ok ? { ok: true, outcome: result.value } : { ok: false, failure: result.failure },
    (): Ended => ({ ok: true, outcome: null }),
  );
  return () => outcome;
}

async function endOf({ desk }: Round, key: string): Promise<Ended> {
  const summary = await desk.ended(key);
  if (summary.status === 'done') return { ok: true, outcome: summary.outcome };
  if (summary.failure) return { ok: false, failure: summary.failure };
  throw new Error(`it ended as ${summary.status}, without a word`);
}

/** @throws Error that says what is not as it must be */
async function judge(fault: Fault, name: JobName, ended: Ended | Lost, round: Round): Promise<void> {
  const wanted: Ending = fault.endings[name]!;
  if (ended.ok === 'lost') await wasInterrupted(name, round);
  else if (ended.ok) {
    if (wanted !== 'done' && !wanted.includes('done')) throw new Error('it is called done');
    await succeeded(name, round, ended.outcome);
  } else {
    const { code, title, detail, remedy = '' } = ended.failure;
    const words = `${code}: ${title} | ${detail} | ${remedy} | ${ended.failure.cause ?? ''}`;
    if (wanted === 'done' || wanted === 'lost' || !wanted.includes(code)) throw new Error(words);
    if (!title || !detail || !remedy || /undefined|\[object/.test(words))
      throw new Error(`unclear: ${words}`);
    if (name === 'save' && (await readFile(round.target, 'utf8')) !== round.formerTarget)
      throw new Error('the file that was there before is gone');
  }
  await until(
    'an end without leftovers',
    async () => {
      const left = await leftovers(round);
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      return true;
    },
    20_000,
  );
}

async function succeeded(name: JobName, round: Round, outcome: unknown): Promise<void> {
  if (name === 'list') {
    const images = await round.desk.ask<readonly unknown[]>('images.list');
    if (!images.ok || images.value.length === 0) throw new Error('the list is empty');
  } else if (name === 'login') {
    const isListed = async (): Promise<boolean> =>
      (await loginsOf(round)).some(({ registry }) => registry === round.otherRegistry);
    await until('the login in the list', isListed, 20_000);
  } else await longJobs[name].check(round, round.desk, outcome);
}

async function wasInterrupted(name: JobName, round: Round): Promise<void> {
  const { desk, keyring, otherRegistry, account } = round;
  if (name === 'build') {
    const builds = await desk.ask<readonly PastBuild[]>('history.list', { folder: round.project });
    const outcome = builds.ok ? builds.value[0]?.outcome : builds.failure.title;
    if (outcome !== 'interrupted') throw new Error(`its record says ${outcome}`);
  } else if (name === 'save') {
    if ((await readFile(round.target, 'utf8')) !== round.formerTarget)
      throw new Error('the file that was there before is gone');
  } else if (name === 'login') {
    const isListed = (await loginsOf(round)).some(({ registry }) => registry === otherRegistry);
    const secret = await keyring.search({ service: `strata:${otherRegistry}`, account: account.username });
    if (isListed !== (secret !== undefined)) throw new Error('the list and the keychain differ');
  }
}

async function loginsOf({ desk }: Round): Promise<readonly Login[]> {
  const logins = await desk.ask<Logins>('registry.logins');
  if (!logins.ok) throw new Error(logins.failure.title);
  return logins.value.logins;
}

async function nothingIsLost(round: Round): Promise<void> {
  const { engine, id, registry } = round;
  for (const name of ['push', 'save', 'index']) await engine.docker(['image', 'inspect', `${name}-${id}:1`]);
  if (!(await loginsOf(round)).some((login) => login.registry === registry))
    throw new Error('the login from before is gone');
}

async function worksAgain(name: JobName, round: Round): Promise<void> {
  const { desk } = round;
  if (name === 'list') {
    const images = await desk.ask('images.list');
    if (!images.ok) throw new Error(`again: ${images.failure.title}`);
  } else if (name === 'login') {
    const answer = await desk.ask('registry.login', loginOf(round));
    if (!answer.ok) throw new Error(`again: ${answer.failure.title}: ${answer.failure.detail}`);
    await succeeded(name, round, null);
  } else {
    const job = longJobs[name];
    await job.prepare?.(desk, round);
    const ended = await endOf(round, await desk.start(job.call, job.input(round)));
    if (!ended.ok)
      throw new Error(`again: ${ended.failure.title}: ${ended.failure.detail} (${ended.failure.cause})`);
    await succeeded(name, round, ended.outcome);
  }
}

async function problemOf(work: () => Promise<void>): Promise<string | null> {
  return work().then(
    () => null,
    (error: unknown) => messageOf(error),
  );
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `: ${messageOf(error.cause)}`;
  return `${error.message}${cause}`;
}
