import { mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Ended = { readonly code: number | null; readonly output: string };

/** Runs a command through the script, in a sandbox below this one unless told to stay in this. */
async function sandboxed(
  args: readonly string[],
  options: { stay?: boolean; cwd?: string } = {},
): Promise<Ended> {
  const { STRATA_SANDBOX_DIR: own, ...env } = process.env;
  const child = spawn(process.execPath, [`${root}scripts/sandbox.mjs`, ...args], {
    cwd: options.cwd ?? root,
    env: options.stay === true ? { ...env, STRATA_SANDBOX_DIR: own } : env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

async function makeShared(): Promise<string> {
  const folder = await mkdtemp('/tmp/strata-shared-');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

// Where no sandbox can be made the script runs the command directly, and there is nothing to keep apart.
describe.runIf(process.env.STRATA_SANDBOX_DIR)('a command in a sandbox', () => {
  it('gives its exit code to the caller', async () => {
    expect((await sandboxed(['--', 'sh', '-c', 'exit 7'])).code).toBe(7);
    expect((await sandboxed(['sh', '-c', 'kill -TERM $$'])).code).toBe(143);
    expect((await sandboxed(['no-such-program'])).code).toBe(127);
  });

  it('without a command is a usage error', async () => {
    expect((await sandboxed([])).code).toBe(2);
  });

  it('has arguments with spaces, quotes and line ends as they were given', async () => {
    const odd = 'a b\'c"d\n$e *';
    expect((await sandboxed(['--', 'printf', '%s', odd])).output).toBe(odd);
  });

  it('sees loopback alone, and no process but its own', async () => {
    const { output } = await sandboxed([
      'sh',
      '-c',
      'cut -d: -f1 /proc/net/dev; ls /proc | grep -c "^[0-9]"',
    ]);
    const [links, processes] = [output.split('\n').slice(2, -2), Number(output.trim().split('\n').at(-1))];
    expect(links.map((link) => link.trim())).toEqual(['lo']);
    expect(processes).toBeLessThan(8);
  });

  it('sees and changes its working folder below /tmp, and nothing else that is there', async () => {
    const [shared, other] = [await makeShared(), await makeShared()];
    await writeFile(`${other}/secret`, 'x');
    const command = `cat ../${other.slice('/tmp/'.length)}/secret; echo seen > seen; touch /tmp/strata-new`;
    const { output } = await sandboxed(['sh', '-c', command], { cwd: shared });
    expect(output).toContain('No such file');
    expect(await readFile(`${shared}/seen`, 'utf8')).toBe('seen\n');
    await expect(readFile('/tmp/strata-new')).rejects.toThrow('ENOENT');
  });

  it('sees what its arguments name below /tmp', async () => {
    const shared = await makeShared();
    await writeFile(`${shared}/file`, 'kept');
    expect((await sandboxed(['cat', `${shared}/file`])).output).toBe('kept');
  });

  it('has none of the user’s session, and folders of its own for what it writes', async () => {
    const { output } = await sandboxed(['env']);
    expect(output).not.toMatch(/^(?:DISPLAY|DBUS_SESSION_BUS_ADDRESS|DOCKER_HOST|DOCKER_CONTEXT)=/m);
    const folder = /^STRATA_SANDBOX_DIR=(.+)$/m.exec(output)?.[1];
    expect(folder).toBeDefined();
    expect(output).toContain(`TMPDIR=${folder}/`);
    expect(output).toContain(`DOCKER_CONFIG=${folder}/`);
  });

  it('that is inside already stays in that sandbox', async () => {
    const { output } = await sandboxed(['readlink', '/proc/self/ns/net'], { stay: true });
    expect(output.trim()).toBe(await readlink('/proc/self/ns/net'));
  });
});
