import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { dockerFor } from '../support/engine.js';
import { findCgroups, newTraces, readTraces } from '../support/traces.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const helloWeb = `${root}tests/fixtures/projects/hello-web`;

describe('the stage', () => {
  it('has an engine that builds on the base images, and a registry that takes pushes from its users alone', async () => {
    const docker = await dockerFor(inject('engineHost'));
    const registry = inject('guardedRegistry');
    const reference = `${registry}/${inject('namePrefix')}hello:1`;
    const [user, password] = Object.entries(inject('users'))[0]!;
    onTestFinished(async () => {
      await docker(['rmi', '--force', reference]);
    });

    await docker(['build', '--tag', reference, helloWeb]);
    const built = await docker(['inspect', '--format', '{{.Id}}', reference]);
    await expect(docker(['push', reference])).rejects.toThrow('no basic auth credentials');
    await docker(['login', '--username', user, '--password-stdin', registry], { input: password });
    await docker(['push', reference]);
    await docker(['rmi', reference]);
    await docker(['pull', reference]);

    expect(await docker(['inspect', '--format', '{{.Id}}', reference])).toBe(built);
  });

  it.runIf(inject('engineIsPrivate'))(
    'answers for docker.io when a base image is always pulled',
    async () => {
      const docker = await dockerFor(inject('engineHost'));
      const reference = `${inject('namePrefix')}pulled`;
      onTestFinished(async () => {
        await docker(['rmi', '--force', reference]);
      });
      await docker(['build', '--pull', '--tag', reference, '-'], {
        input: 'FROM node:6-alpine\nRUN node --version\n',
      });
      expect(await docker(['images', '--quiet', reference])).not.toBe('');
    },
  );
});

// Where no sandbox can be made there is no such promise, and no such test.
describe.runIf(process.env.STRATA_SANDBOX_DIR)(
  'a run in a sandbox leaves no process, mount, link, file or cgroup',
  () => {
    it('when it ends in good order', async () => {
      await expectNoTraces('stop', async (run) => expect(await run.ended).toBe(0));
    });

    it('when a test in it throws', async () => {
      await expectNoTraces('throw', async (run) => expect(await run.ended).toBe(1));
    });

    it('when it is interrupted', async () => {
      await expectNoTraces('wait', async (run) => {
        run.child.kill('SIGINT');
        expect(await run.ended).toBe(130);
      });
    });

    it('when it is asked to end', async () => {
      await expectNoTraces('wait', async (run) => {
        run.child.kill('SIGTERM');
        expect(await run.ended).toBe(143);
      });
    });

    it('when it is killed', async () => {
      await expectNoTraces('wait', async (run) => {
        run.child.kill('SIGKILL');
        expect(await run.ended).toBe('SIGKILL');
      });
    });
  },
);

type Run = { readonly child: ChildProcess; readonly ended: Promise<number | NodeJS.Signals | null> };

/** Starts a run in a sandbox below this one, whose processes are all visible from here, and lets it end. */
async function expectNoTraces(
  ending: 'stop' | 'throw' | 'wait',
  end: (run: Run) => Promise<void>,
): Promise<void> {
  const before = await readTraces();
  const { STRATA_SANDBOX_DIR: _, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      `${root}scripts/sandbox.mjs`,
      '--',
      process.execPath,
      '--import',
      'tsx',
      `${root}tests/support/stage-run.ts`,
      ending,
    ],
    { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));

  const cgroup = await Promise.race([
    readReady(child),
    ended.then((code): never => {
      throw new Error(`the run ended with ${code} before it was ready:\n${errors}`);
    }),
  ]);
  // Else the rest would prove nothing.
  const during = newTraces(before, await readTraces()).join('\n');
  expect(during).toContain('dockerd');
  expect(during).toContain('gnome-keyring');
  expect(await findCgroups(cgroup)).not.toEqual([]);

  child.stdin.end('go\n');
  await end({ child, ended });

  // The kernel takes a killed namespace apart after its first process has been reported as ended.
  await expect.poll(async () => newTraces(before, await readTraces()), { timeout: 10_000 }).toEqual([]);
  await expect.poll(() => findCgroups(cgroup), { timeout: 10_000 }).toEqual([]);
}

/** @returns the name of the run's cgroup, once the run has said that all is up */
async function readReady(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (!line.startsWith('{')) continue;
    const said = JSON.parse(line) as { cgroup: string };
    return said.cgroup;
  }
  return new Promise(() => undefined);
}
