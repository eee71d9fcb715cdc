import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { Secret, type Credentials } from '../../src/main/credentials/index.js';
import type { EngineService } from '../../src/main/engine/index.js';
import { findInFiles, findInProcesses } from '../support/canary.js';
import { dockerFor, startEngine } from '../support/engine.js';
import { findFreePort } from '../support/processes.js';
import { startRegistry } from '../support/registry.js';
import {
  failureOf,
  followTransfer,
  openCredentials,
  openEngine,
  openRegistry,
  type TestRegistry,
} from './parts.js';
import { importImage } from './sample-image.js';

const open = inject('openRegistry');
const guarded = inject('guardedRegistry');
const [[username, password] = ['', '']] = Object.entries(inject('users'));
const prefix = `${inject('namePrefix')}push`;
const docker = await dockerFor(inject('engineHost'));
const image = `${prefix}-sample:1`;
const big = `${prefix}-big:1`;

let engine: EngineService;
let credentials: Credentials & { readonly home: string };
let registry: TestRegistry;

const idOf = async (name: string): Promise<string> =>
  (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
const push = (from: string, destination: string, transfer = followTransfer()) =>
  registry.push.run({ image: from, destination }, transfer.run);
const logIn = (secret = password) =>
  credentials.keep(guarded, { username, secret: new Secret(secret) }, 'session');

beforeAll(async () => {
  await importImage(docker, image, [{ name: 'small', content: randomBytes(2048) }]);
  await importImage(docker, big, [{ name: 'large', content: randomBytes(48 * 1024 * 1024) }]);
});
afterAll(async () => {
  const names = (await docker(['images', '--format', '{{.Repository}}:{{.Tag}}'])).split('\n');
  const own = names.filter((name) => name.includes(prefix) && !name.endsWith('<none>'));
  await docker(['rmi', '--force', ...own]);
});
beforeEach(async () => {
  engine = openEngine(inject('engineHost'));
  credentials = await openCredentials({ env: inject('keyringEnv') });
  registry = openRegistry({ engine, credentials });
});
afterEach(() => {
  credentials.stop();
  engine.stop();
});

describe('a push', () => {
  it('gives the digest under which anyone pulls the same image', async () => {
    const destination = `${open}/${prefix}/same:1`;
    const transfer = followTransfer();
    const outcome = await push(image, destination, transfer);
    expect(outcome.reference).toBe(destination);
    expect(outcome.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(outcome.size).toBeGreaterThan(100);
    expect(transfer.state().layers.map(({ state }) => state)).toEqual(['done']);

    const pinned = `${open}/${prefix}/same@${outcome.digest}`;
    await docker(['rmi', destination]);
    await docker(['pull', pinned]);
    expect(await idOf(pinned)).toBe(await idOf(image));
    await docker(['rmi', pinned]);
  });

  it('of what is there already says so of every layer, and gives the same digest', async () => {
    const destination = `${open}/${prefix}/again:1`;
    const first = await push(image, destination);
    const transfer = followTransfer();
    expect(await push(image, destination, transfer)).toEqual(first);
    expect(transfer.state().layers.map(({ state }) => state)).toEqual(['exists']);
  });

  it('without a tag goes to “latest”, and takes an image by its id', async () => {
    const outcome = await push(await idOf(image), `${open}/${prefix}/untagged`);
    expect(outcome.reference).toBe(`${open}/${prefix}/untagged:latest`);
  });

  it('tells the bytes of a layer on its way, never more than there are', async () => {
    const transfer = followTransfer();
    const seen = new Set<number>();
    const watched = {
      ...transfer.run,
      report: (step: Parameters<typeof transfer.run.report>[0]) => {
        transfer.run.report(step);
        if (step.type === 'layer' && step.layer.state === 'pushing') {
          seen.add(step.layer.current);
          expect(step.layer.current).toBeLessThanOrEqual(step.layer.total ?? Infinity);
        }
      },
    };
    await registry.push.run({ image: big, destination: `${open}/${prefix}/progress:1` }, watched);
    expect(seen.size).toBeGreaterThan(3);
    expect(transfer.state().layers[0]?.total).toBeGreaterThanOrEqual(48 * 1024 * 1024);
  });

  it('to a name of another image makes it this one’s, says so, and the other keeps its own names', async () => {
    const destination = `${open}/${prefix}/moved:1`;
    await docker(['tag', big, destination]);
    const before = await idOf(big);
    const transfer = followTransfer();
    await push(image, destination, transfer);
    expect(transfer.messages[0]).toContain(before.slice('sha256:'.length, 'sha256:'.length + 12));
    expect(await idOf(destination)).toBe(await idOf(image));
    expect(await idOf(big)).toBe(before);
  });

  it.each([
    ['an image that is not there', `${prefix}-gone:1`, `${open}/${prefix}/x:1`, 'not-found'],
    ['a name with capitals', image, `${open}/Not/Valid`, 'invalid-input'],
    ['no name', image, '  ', 'invalid-input'],
    ['a digest', image, `${open}/x@sha256:${'a'.repeat(64)}`, 'invalid-input'],
  ])('of or to %s is refused', async (_, from, to, code) => {
    expect((await failureOf(push(from, to))).code).toBe(code);
  });
});

describe('a registry that wants a login', () => {
  const destination = `${guarded}/${prefix}/login:1`;

  it('refuses a push without one: “Log in to …”', async () => {
    const failure = await failureOf(push(image, destination));
    expect(failure).toMatchObject({ code: 'auth-required', title: `Log in to ${guarded}` });
    expect(failure.remedy).toContain('Registries');
    expect(failure.cause).toBeTruthy();
  });

  it('accepts it with one, and refuses it again after the log-out', async () => {
    await registry.login({ registry: guarded, username, secret: password, keep: 'keychain' });
    const { digest } = await push(image, destination);
    expect(digest).toMatch(/^sha256:/);
    await registry.logout({ registry: guarded });
    expect(await failureOf(push(image, destination))).toMatchObject({
      code: 'auth-required',
      title: `Log in to ${guarded}`,
    });
  });

  it('that has changed the password is said to reject the login', async () => {
    await logIn('c4nary-old password');
    const failure = await failureOf(push(image, destination));
    expect(failure.code).toBe('auth-rejected');
    expect(failure.detail).toContain(username);
    expect(JSON.stringify(failure)).not.toContain('c4nary');
  });

  it.each(['p:a"\'\\ü🙂', '??>>~~ÿþûïÿ'])('gets the password as it is: %s', async (odd) => {
    const own = await startRegistry({ users: { jürgen: odd } });
    try {
      await credentials.keep(own.host, { username: 'jürgen', secret: new Secret(odd) }, 'session');
      const destination = `${own.host}/${prefix}/odd:1`;
      expect((await push(image, destination)).reference).toBe(destination);
    } finally {
      await own.stop();
    }
  });

  it('is the only one to see the password: it is in no file, argument or environment', async () => {
    const canary = password;
    await registry.login({ registry: guarded, username, secret: canary, keep: 'keychain' });
    const transfer = followTransfer();
    const pushing = push(big, `${guarded}/${prefix}/canary:1`, transfer);
    await transfer.until(({ layers }) => layers.some(({ state }) => state === 'pushing'));
    expect(await findInProcesses(canary, process.pid)).toEqual([]);
    await pushing;
    expect(JSON.stringify(transfer.state())).not.toContain(canary);
    expect(await findInFiles(canary, credentials.home)).toEqual([]);
    await registry.logoutEverywhere();
  });
});

describe('a push that does not arrive', () => {
  it('because the registry is down is a failure that names it; the tag stays', async () => {
    const host = `127.0.0.1:${await findFreePort()}`;
    const destination = `${host}/${prefix}/down:1`;
    const failure = await failureOf(push(image, destination));
    expect(failure.code).toBe('registry-unreachable');
    expect(`${failure.title} ${failure.cause}`).toContain(host);
    expect(await idOf(destination)).toBe(await idOf(image));
  });

  it('because it was cancelled is cancelled, and the registry has no such image', async () => {
    const transfer = followTransfer();
    const destination = `${open}/${prefix}/cancelled:1`;
    await importImage(docker, `${prefix}-fresh:1`, [{ name: 'l', content: randomBytes(32 * 1024 * 1024) }]);
    const pushing = failureOf(push(`${prefix}-fresh:1`, destination, transfer));
    await transfer.until(({ layers }) => layers.some(({ state }) => state === 'pushing'));
    transfer.cancel();
    expect((await pushing).code).toBe('cancelled');
    const manifest = await fetch(`http://${open}/v2/${prefix}/cancelled/manifests/1`);
    expect(manifest.status).toBe(404);
  });

  it('because it was cancelled before it began sends nothing', async () => {
    const transfer = followTransfer();
    transfer.cancel();
    const failure = await failureOf(push(image, `${open}/${prefix}/never:1`, transfer));
    expect(failure.code).toBe('cancelled');
    expect((await fetch(`http://${open}/v2/${prefix}/never/manifests/1`)).status).toBe(404);
  });

  it('because the registry dies on the way is told as a retry, and is never done', async () => {
    const own = await startRegistry();
    const transfer = followTransfer();
    const pushing = failureOf(push(big, `${own.host}/${prefix}/dying:1`, transfer));
    await transfer.until(({ layers }) => layers.some(({ state }) => state === 'pushing'));
    await own.stop();
    await transfer.until(({ layers }) => layers.some(({ note }) => /^Retrying in \d+ seconds?$/.test(note)));
    transfer.cancel();
    expect((await pushing).code).toBe('cancelled');
  });

  it.runIf(inject('engineIsPrivate'))(
    'because the engine dies on the way is a failure that says so',
    async () => {
      const own = await startEngine();
      const connected = openEngine(own.host);
      try {
        const name = `${prefix}-killed:1`;
        await importImage((args, options) => own.docker(args, options), name, [
          { name: 'l', content: randomBytes(32 * 1024 * 1024) },
        ]);
        const service = openRegistry({ engine: connected, credentials });
        const transfer = followTransfer();
        const destination = `${open}/${prefix}/killed:1`;
        const pushing = failureOf(service.push.run({ image: name, destination }, transfer.run));
        await transfer.until(({ layers }) => layers.some(({ state }) => state === 'pushing'));
        await own.kill();
        const failure = await pushing;
        expect(['interrupted', 'engine-unreachable']).toContain(failure.code);
        expect(transfer.state().layers.map(({ state }) => state)).toEqual(['failed']);
      } finally {
        connected.stop();
        // Killed, not stopped: the mounts that it leaves behind go with the sandbox.
        await own.kill();
      }
    },
  );
});
