/** Whom an engine's push may believe, and who may have its login: certificates, and token services of other hosts. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { noRegistryExceptions } from '../../src/shared/contract/app.js';
import { answer, basic, error, password, wanting } from '../support/misbehaviour.js';
import { certificateFor } from '../support/certificate.js';
import { startScriptedRegistry } from '../support/scripted-registry.js';
import { outcomeOf, real, useFaultParts, type Outcome } from './fault-cases.js';
import { followTransfer } from './parts.js';
import { importImage } from './sample-image.js';

const IMAGE = 'trust:1';
const { docker, service, misbehaving } = useFaultParts();

beforeAll(() =>
  importImage((words, options) => docker().docker(words, options), IMAGE, [
    { name: 'content', content: randomBytes(1024) },
  ]),
);

const push = (destination: string, exceptions = noRegistryExceptions): Promise<Outcome> =>
  outcomeOf(service(() => exceptions).push.run({ image: IMAGE, destination }, followTransfer().run));

it.runIf(inject('engineIsPrivate'))(
  'a registry whose certificate nobody knows is not trusted, until its authority is in the engine’s folder',
  async () => {
    // Of this machine, but no loopback address, which every engine would let through.
    const address = '172.17.0.1';
    const tls = await certificateFor(address);
    const registry = await misbehaving({ script: wanting(() => 'Basic realm="r"'), tls, address });
    const destination = `${registry.host}/faults/tls:1`;
    const folder = `/etc/docker/certs.d/${registry.host}`;
    try {
      expect(await push(destination)).toMatchObject({ ok: false, failure: { code: 'tls-untrusted' } });
      expect(registry.asked).toEqual([]);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'ca.crt'), tls.cert);
      expect(await push(destination)).toMatchObject({ ok: true, registry: 'confirmed' });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await registry.stop();
    }
  },
);

it('a token service of another host has the password only while the user allows it', async () => {
  const tokens = await startScriptedRegistry({
    target: real,
    tls: await certificateFor('127.0.0.1'),
    script: ({ authorization }) =>
      authorization === basic ? answer(200, '{"token":"token-1"}') : answer(401, '{}'),
  });
  const services = `https://${tokens.host}`;
  const registry = await misbehaving({
    script: ({ authorization }) =>
      authorization === 'Bearer token-1'
        ? undefined
        : answer(401, error('UNAUTHORIZED'), { 'www-authenticate': `Bearer realm="${services}/token"` }),
  });
  const destination = `${registry.host}/faults/allowed:1`;
  const login = { registry: registry.host, username: 'ada', secret: password, keep: 'session' } as const;
  const allowed = {
    ...noRegistryExceptions,
    tokenServices: [{ registry: registry.host, service: services }],
  };
  const offer = { type: 'allow-token-service', registry: registry.host, service: services };
  const refused = { ok: false, failure: { code: 'denied', offer } };
  try {
    const loggingIn = service().login(login);
    expect(await outcomeOf(loggingIn.then(() => ({ digest: null })))).toMatchObject(refused);
    expect(await push(destination)).toMatchObject(refused);
    expect(tokens.asked).toEqual([]);

    expect(await service(() => allowed).login(login)).toMatchObject({ username: 'ada' });
    expect(await push(destination, allowed)).toMatchObject({ ok: true, registry: 'confirmed' });
    expect(await push(destination)).toMatchObject(refused);
  } finally {
    await Promise.all([tokens.stop(), registry.stop()]);
  }
});

it('a registry that speaks plain http on another machine is used so only once the user allows it', async () => {
  const registry = await misbehaving({ script: wanting(() => 'Basic realm="r"'), address: '172.17.0.1' });
  const login = { registry: registry.host, username: 'ada', secret: password, keep: 'session' } as const;
  try {
    const loggingIn = service().login(login);
    expect(await outcomeOf(loggingIn.then(() => ({ digest: null })))).toMatchObject({
      failure: { code: 'tls-untrusted', offer: { type: 'allow-http', registry: registry.host } },
    });
    expect(registry.asked).toEqual([]);
    const exceptions = { ...noRegistryExceptions, http: [registry.host] };
    expect(await service(() => exceptions).login(login)).toMatchObject({ username: 'ada' });
  } finally {
    await registry.stop();
  }
});
