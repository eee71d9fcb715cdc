/** Docker's config changed while others write it, and by a process that is killed. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDockerConfig } from '../../src/main/credentials/docker-config/index.js';
import type { Credential } from '../../src/main/credentials/index.js';
import { makeFolder, run } from '../support/processes.js';

const support = (name: string) => fileURLToPath(new URL(`../support/${name}`, import.meta.url));
const auth = Buffer.from('ada:c4nary').toString('base64');

let folder: string;
let file: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await makeFolder('docker-config');
  file = join(folder, 'config.json');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const open = () => {
  const own = new Map<string, Credential>();
  return createDockerConfig({
    home: folder,
    helperCommand: ['/opt/Strata/strata', '--credential-helper'],
    environment: { HOME: folder, DOCKER_CONFIG: folder, PATH: '' },
    onDamaged: ({ aside }) => {
      throw new Error(`damaged: ${aside}`);
    },
    logins: {
      get: (registry) => Promise.resolve(own.get(registry) ?? null),
      keep: (registry, credential) => Promise.resolve(void own.set(registry, credential)),
      erase: (registry) => Promise.resolve(void own.delete(registry)),
    },
  }).calls;
};
const read = async () => JSON.parse(await readFile(file, 'utf8')) as { auths: Record<string, object> };

it('no key of another program is lost in 500 rounds of both writing at once', async () => {
  await writeFile(file, JSON.stringify({ auths: {}, other: 1 }, null, '\t'));
  const writer = fork(support('docker-writer.mjs'), [file], { execArgv: [] });
  children.push(writer);
  const calls = open();
  for (let round = 0; round < 500; round += 1) {
    const before = await read();
    await writeFile(
      file,
      JSON.stringify({ ...before, auths: { ...before.auths, 'ours.example': { auth } } }),
    );
    const written = once(writer, 'message');
    // Anywhere in what the other does: reading, its draft, the rename.
    const starting = pause(Math.random() * 3).then(() => writer.send({ key: `theirs-${round}.example` }));
    const { id } = await calls.move({ path: file, key: 'ours.example' });
    await Promise.all([starting, written]);
    await calls.putBack({ id });
    const { auths } = await read();
    const theirs = Object.keys(auths).filter((key) => key.startsWith('theirs-'));
    expect(theirs, `after round ${round}`).toHaveLength(round + 1);
    expect(auths['ours.example']).toEqual({ auth });
  }
  expect(await read()).toMatchObject({ other: 1 });
  expect(await readdir(folder)).toEqual(['config.json']);
}, 120_000);

it('a process killed at any moment leaves the old file or the new, and no draft for long', async () => {
  const whole = {
    auths: Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`r${at}.example`, { auth }])),
    padding: 'x'.repeat(50_000),
  };
  await writeFile(file, JSON.stringify(whole, null, 2), { mode: 0o640 });
  for (let round = 0; round < 25; round += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', support('config-rewriter.ts')], {
      env: { PATH: process.env.PATH, HOME: folder, DOCKER_CONFIG: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    await pause(Math.random() * 40);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const { auths, padding } = (await read()) as typeof whole;
    expect(padding).toBe(whole.padding);
    for (const entry of Object.values(auths)) expect(entry).toEqual({ auth });
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    // What was moved at that moment is gone with the memory of the process; the next round starts whole.
    await writeFile(file, JSON.stringify(whole, null, 2));
    await open().report();
    expect(await readdir(folder)).toEqual(['config.json']);
  }
}, 120_000);

it.runIf(process.getuid?.() === 0)('the file stays its owner’s, whoever changes it', async () => {
  await writeFile(file, JSON.stringify({ auths: { 'a.example': { auth } } }));
  await run('chown', ['1234:4321', file]);
  await open().move({ path: file, key: 'a.example' });
  const { uid, gid } = await stat(file);
  expect([uid, gid]).toEqual([1234, 4321]);
});
