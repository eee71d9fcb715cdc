import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.js';
import { Secret, type Credential } from '../secret.js';
import { createDockerConfig, type DockerConfig } from './index.js';

const packed = (text: string) => Buffer.from(text).toString('base64');
const hidden = packed('ada:c4nary');

let folder: string;
let file: string;
let own: Map<string, Credential>;
let dockerConfig: DockerConfig;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-docker-config-'));
  file = join(folder, 'config.json');
  own = new Map();
  dockerConfig = createDockerConfig({
    home: join(folder, 'strata'),
    helperCommand: ['/opt/Strata/strata', '--credential-helper'],
    environment: { HOME: join(folder, 'home'), DOCKER_CONFIG: folder, PATH: join(folder, 'bin') },
    onDamaged: ({ aside }) => {
      throw new Error(`damaged: ${aside}`);
    },
    logins: {
      get: (registry) => Promise.resolve(own.get(registry) ?? null),
      keep: (registry, credential) => Promise.resolve(void own.set(registry, credential)),
      erase: (registry) => Promise.resolve(void own.delete(registry)),
    },
  });
  await mkdir(join(folder, 'bin'));
  await mkdir(join(folder, 'home'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (content: unknown) =>
  writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, '\t'));
const report = async (content: unknown) => {
  await write(content);
  return dockerConfig.calls.report();
};
const text = () => readFile(file, 'utf8');
const auth = async (registry: string) => {
  const found = await dockerConfig.authFor(registry);
  return found && [found.username, found.secret.reveal()];
};
/** A helper that says what it was asked, and the answer. */
async function helper(name: string, script: string): Promise<void> {
  const path = join(folder, 'bin', `docker-credential-${name}`);
  await writeFile(path, `#!/bin/sh\nread -r server\necho "$1 $server" >> ${folder}/asked\n${script}\n`);
  await chmod(path, 0o755);
}
const asked = () => readFile(join(folder, 'asked'), 'utf8');
const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
};

describe('docker’s own config', () => {
  it('is told by registry and by how the login lies there', async () => {
    const { logins, problems, path } = await report({
      auths: {
        'https://index.docker.io/v1/': { auth: hidden },
        'ghcr.io': {},
        'quay.io': { identitytoken: 'c4nary' },
        'plain.example': { username: 'bob', password: 'c4nary' },
        'broken.example': { auth: 'c4nary' },
      },
      credHelpers: { 'gcr.io': 'gcloud', 'ours.example': 'strata' },
      credsStore: 'pass',
      other: { things: true },
    });
    expect(problems).toEqual([]);
    expect(path).toBe(file);
    const plain = { path, storage: 'plain', isUsed: false };
    const helped = { path, storage: 'helper', isUsed: true, isMissing: true };
    expect(logins).toEqual([
      { ...plain, registry: 'broken.example', key: 'broken.example', username: null, canMove: false },
      { ...plain, registry: 'docker.io', key: 'https://index.docker.io/v1/', username: 'ada', canMove: true },
      { ...helped, registry: 'gcr.io', key: 'gcr.io', helper: 'gcloud' },
      { ...helped, registry: 'ghcr.io', key: 'ghcr.io', helper: 'pass' },
      { ...plain, registry: 'plain.example', key: 'plain.example', username: 'bob', canMove: true },
      { ...plain, registry: 'quay.io', key: 'quay.io', username: '<token>', canMove: true },
    ]);
    expect(JSON.stringify(logins)).not.toMatch(/c4nary|YWRh/);
  });

  it('is searched for secrets in whatever case docker would read them', async () => {
    const { logins } = await report(
      `{"AUTHS":{"x.io":{"Auth":"${hidden}"}},"Auths":{"y.io":{"IDENTITYTOKEN":"c4nary"}}}`,
    );
    expect(logins.map(({ registry }) => registry)).toEqual(['x.io', 'y.io']);
    expect(await auth('x.io')).toEqual(['ada', 'c4nary']);
  });

  it.each([
    '',
    ' \n',
    '{}',
    '{"auths":null,"credHelpers":null,"credsStore":null}',
    '{"auths":{"ghcr.io":{}}}',
  ])('may hold no login: %s', async (content) => {
    expect(await report(content)).toMatchObject({ logins: [], problems: [], missingHelpers: [] });
  });

  it('may not be there', async () => {
    expect(await dockerConfig.calls.report()).toMatchObject({ logins: [], problems: [] });
    await symlink('gone', file);
    expect(await dockerConfig.calls.report()).toMatchObject({ logins: [], problems: [] });
  });

  it.each([
    `{"auths":{"x":{"auth":"${hidden}"`,
    `{"auths":{"x":{"password":"c4nary"}} c4nary`,
    '{"auths":[1,2]}',
    '{"credHelpers":{"x":7}}',
    '{"credsStore":{"c4nary":1}}',
    'null',
    '['.repeat(9_000) + ']'.repeat(9_000),
  ])('that is malformed is a problem in words that quote nothing of it: %.30s', async (content) => {
    const { logins, problems } = await report(content);
    expect(logins).toEqual([]);
    expect(problems[0]?.problem).toMatch(/^It is n/);
    expect(JSON.stringify(problems)).not.toMatch(/c4nary|YWRh/);
    expect(await auth('x')).toBeNull();
  });

  it('that is no file, too large or no text is a problem, and nobody waits for it', async () => {
    expect((await report(`{"x":"${'y'.repeat(1_100_000)}"}`)).problems[0]?.problem).toContain(
      'larger than 1 MB',
    );
    await writeFile(file, Buffer.from([0x7b, 0xff, 0x7d]));
    expect((await dockerConfig.calls.report()).problems[0]?.problem).toContain('UTF-8');
    await rm(file);
    await mkdir(file);
    expect((await dockerConfig.calls.report()).problems[0]?.problem).toContain('not a file');
  });

  it('is not changed by being read', async () => {
    await report({ auths: { 'ghcr.io': { auth: hidden } } });
    const before = await stat(file);
    await dockerConfig.calls.report();
    await auth('ghcr.io');
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  it('of old is looked into as well', async () => {
    const legacy = join(folder, 'home', '.dockercfg');
    await writeFile(legacy, JSON.stringify({ 'https://quay.io/v1/': { auth: hidden, email: 'a@b' } }));
    expect((await dockerConfig.calls.report()).logins).toEqual([
      {
        ...{ registry: 'quay.io', key: 'https://quay.io/v1/', path: legacy, storage: 'plain' },
        ...{ isUsed: false, username: 'ada', canMove: true },
      },
    ]);
    expect(await auth('quay.io')).toBeNull();
  });
});

describe('two lines in a ~/.dockercfg', () => {
  it('are told, and go as a whole', async () => {
    const legacy = join(folder, 'home', '.dockercfg');
    await writeFile(legacy, `auth = ${hidden}\nemail = a@b.example\n`);
    expect((await dockerConfig.calls.report()).logins).toMatchObject([
      { registry: 'docker.io', canMove: false },
    ]);
    const plan = await dockerConfig.calls.planErase({ registry: 'docker.io' });
    expect(JSON.stringify(plan)).not.toMatch(/c4nary|YWRh/);
    await dockerConfig.calls.apply({ id: plan?.id ?? '' });
    expect(await readFile(legacy, 'utf8')).toBe('');
    expect((await dockerConfig.calls.report()).logins).toEqual([]);
  });
});

describe('docker’s login for a registry', () => {
  it('is found under every address that docker writes', async () => {
    await write({
      auths: {
        'https://index.docker.io/v1/': { auth: hidden },
        'http://Old.example/v1/': { auth: packed('bob:b:c') },
        'tokens.example': { auth: packed('eve:x'), identitytoken: 't0ken' },
      },
    });
    expect(await auth('docker.io')).toEqual(['ada', 'c4nary']);
    expect(await auth('old.example')).toEqual(['bob', 'b:c']);
    expect(await auth('tokens.example')).toEqual(['<token>', 't0ken']);
    expect(await auth('other.example')).toBeNull();
  });

  it('comes from the helper that docker would ask, by the address that docker would give', async () => {
    await helper('all', `echo '{"ServerURL":"x","Username":"ada","Secret":"from all"}'`);
    await helper('one', `echo '{"Username":"bob","Secret":"from one"}'`);
    await write({
      auths: { 'ghcr.io': { auth: hidden }, 'file.example': { auth: hidden } },
      credsStore: 'all',
      credHelpers: { 'quay.io': 'one', 'file.example': '' },
    });
    expect(await auth('docker.io')).toEqual(['ada', 'from all']);
    expect(await auth('ghcr.io')).toEqual(['ada', 'from all']);
    expect(await auth('quay.io')).toEqual(['bob', 'from one']);
    expect(await asked()).toBe('get https://index.docker.io/v1/\nget ghcr.io\nget quay.io\n');
  });

  it.each([
    ['that is missing', null],
    ['that knows no such login', "echo 'credentials not found in native keychain'; exit 1"],
    ['that fails', 'echo c4nary; exit 3'],
    ['that talks nonsense', 'echo nonsense'],
    ['that answers with no secret', `echo '{"Username":"ada","Secret":""}'`],
    ['that never stops talking', 'yes'],
  ])('is none with a helper %s', async (_, script) => {
    if (script !== null) await helper('odd', script);
    expect((await report({ credsStore: 'odd' })).missingHelpers).toEqual(script === null ? ['odd'] : []);
    expect(await auth('ghcr.io')).toBeNull();
  });

  it('never runs a program outside of PATH, whatever the config names', async () => {
    await mkdir(join(folder, 'docker-credential-'));
    await helper('evil', 'true');
    for (const credsStore of ['../docker-credential-evil', '/bin/sh', 'evil;true', '-evil', 'evil\n', '']) {
      await write({ credsStore });
      expect(await auth('ghcr.io')).toBeNull();
    }
    await expect(asked()).rejects.toThrow('ENOENT');
  });

  it('is not asked of Strata’s own helper', async () => {
    await helper('strata', `echo '{"Username":"ada","Secret":"x"}'`);
    await write({ credsStore: 'strata' });
    expect(await auth('ghcr.io')).toBeNull();
    await expect(asked()).rejects.toThrow('ENOENT');
  });
});

describe('a login that is moved', () => {
  const content = `{
  "HttpHeaders": { "X-Meta": "kept" },
  "auths": {
    "ghcr.io": {
      "auth": "${hidden}",
      "email": "a@b.example"
    },
    "quay.io": { "auth": "${hidden}" }
  },
  "unknown": [1, 2, {"deep": 1.50}]
}`;

  it('is in the keychain and no longer in the file, where all else is as it was', async () => {
    await write(content);
    await chmod(file, 0o640);
    const moved = await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    expect(moved).toMatchObject({ registry: 'quay.io', username: 'ada', path: file });
    expect(own.get('quay.io')?.secret.reveal()).toBe('c4nary');
    expect(await text()).toBe(content.replace(`,\n    "quay.io": { "auth": "${hidden}" }`, ''));
    await dockerConfig.calls.move({ path: file, key: 'ghcr.io' });
    expect(await text()).toContain('"ghcr.io": {\n      "email": "a@b.example"\n    }');
    expect(await text()).not.toContain(hidden);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    const { moves } = await dockerConfig.calls.report();
    expect(moves.map(({ registry }) => registry)).toEqual(['ghcr.io', 'quay.io']);
    expect((await readdir(folder)).sort()).toEqual(['bin', 'config.json', 'home']);
  });

  it('is put back to the letter', async () => {
    await write(content);
    const { id } = await dockerConfig.calls.move({ path: file, key: 'ghcr.io' });
    await dockerConfig.calls.putBack({ id });
    expect(await text()).toBe(content);
    expect(own.size).toBe(0);
    expect((await refusal(dockerConfig.calls.putBack({ id }))).code).toBe('not-found');
  });

  it('is put back beside what others have written since', async () => {
    await write(content);
    const { id } = await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    await write((await text()).replace('"unknown"', '"since": 1, "unknown"'));
    await dockerConfig.calls.putBack({ id });
    expect(JSON.parse(await text())).toEqual({ ...JSON.parse(content), since: 1 });
  });

  it('does not take the place of a newer one when it is put back', async () => {
    await write(content);
    const { id } = await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    await write({ auths: { 'quay.io': { auth: packed('new:er') } } });
    await dockerConfig.calls.putBack({ id });
    expect(await auth('quay.io')).toEqual(['new', 'er']);
  });

  it('has no way back once the window is closed, or it was logged out of', async () => {
    await write(content);
    const one = await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    const two = await dockerConfig.calls.move({ path: file, key: 'ghcr.io' });
    dockerConfig.forget('quay.io');
    expect((await refusal(dockerConfig.calls.putBack({ id: one.id }))).code).toBe('not-found');
    dockerConfig.forget();
    expect((await refusal(dockerConfig.calls.putBack({ id: two.id }))).code).toBe('not-found');
  });

  it('stays where it is when the keychain does not give it back as it was', async () => {
    await write(content);
    own.set = function (key, value) {
      return Map.prototype.set.call(this, key, { ...value, secret: new Secret('cut') }) as typeof own;
    };
    expect((await refusal(dockerConfig.calls.move({ path: file, key: 'quay.io' }))).code).toBe(
      'keychain-unavailable',
    );
    expect(await text()).toBe(content);
    expect(own.size).toBe(0);
  });

  it('stays where it is when Strata has another, and goes when it is the same', async () => {
    await write(content);
    own.set('quay.io', { username: 'bob', secret: new Secret('x') });
    expect((await refusal(dockerConfig.calls.move({ path: file, key: 'quay.io' }))).code).toBe('conflict');
    expect(await text()).toBe(content);
    own.set('quay.io', { username: 'ada', secret: new Secret('c4nary') });
    const { id } = await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    expect(await text()).not.toContain('quay.io');
    await dockerConfig.calls.putBack({ id });
    expect(own.has('quay.io')).toBe(true);
  });

  it('goes out of the file that a link leads to, and the link stays', async () => {
    await mkdir(join(folder, 'dotfiles'));
    await writeFile(join(folder, 'dotfiles', 'docker.json'), content);
    await symlink(join('dotfiles', 'docker.json'), file);
    await dockerConfig.calls.move({ path: file, key: 'quay.io' });
    expect(await readFile(join(folder, 'dotfiles', 'docker.json'), 'utf8')).not.toContain('quay.io');
    expect(await readdir(join(folder, 'dotfiles'))).toEqual(['docker.json']);
  });

  it('can only be one of docker’s own two files', async () => {
    const other = join(folder, 'other.json');
    await writeFile(other, content);
    await write({});
    expect((await refusal(dockerConfig.calls.move({ path: other, key: 'quay.io' }))).code).toBe('conflict');
    expect(await readFile(other, 'utf8')).toBe(content);
  });
});

describe('a log-out from docker’s own config', () => {
  const content = {
    auths: {
      'quay.io': { auth: hidden },
      'https://quay.io/v2/': { auth: hidden },
      'ghcr.io': { auth: hidden },
    },
    HttpHeaders: { Authorization: 'c4nary' },
    proxies: { default: { httpProxy: 'http://ada:c4nary@proxy' } },
    list: ['c4nary'],
    currentContext: 'work',
  };

  it('is shown before it is written, without a secret', async () => {
    await write(content);
    const plan = await dockerConfig.calls.planErase({ registry: 'quay.io' });
    expect(plan?.files).toHaveLength(1);
    expect(plan?.files[0]?.before).toContain('"https://quay.io/v2/": {');
    expect(plan?.files[0]?.before).toContain('"currentContext": "work"');
    expect(plan?.files[0]?.after).not.toContain('quay.io');
    expect(JSON.stringify(plan)).not.toMatch(/c4nary|YWRh/);
    expect(JSON.parse(await text())).toEqual(content);
    await dockerConfig.calls.apply({ id: plan?.id ?? '' });
    expect(JSON.parse(await text())).toEqual({ ...content, auths: { 'ghcr.io': { auth: hidden } } });
    expect(await dockerConfig.calls.planErase({ registry: 'quay.io' })).toBeNull();
  });

  it('is not written to another text than was shown', async () => {
    await write(content);
    const plan = await dockerConfig.calls.planErase({ registry: 'quay.io' });
    await write({ ...content, new: 1 });
    expect((await refusal(dockerConfig.calls.apply({ id: plan?.id ?? '' }))).code).toBe('conflict');
    expect(JSON.parse(await text())).toEqual({ ...content, new: 1 });
    expect((await refusal(dockerConfig.calls.apply({ id: 'made up' }))).code).toBe('conflict');
  });

  it('asks a helper to erase its own', async () => {
    await helper('keep', 'exit 0');
    await write({ credsStore: 'keep', auths: { 'quay.io': {} } });
    const plan = await dockerConfig.calls.planErase({ registry: 'quay.io' });
    expect(plan?.helpers).toEqual(['keep']);
    await dockerConfig.calls.apply({ id: plan?.id ?? '' });
    expect(await asked()).toBe('erase quay.io\n');
    expect(JSON.parse(await text())).toEqual({ credsStore: 'keep', auths: {} });
  });

  it('can be from all registries at once', async () => {
    await helper('keep', 'exit 0');
    await writeFile(join(folder, 'home', '.dockercfg'), JSON.stringify({ 'old.example': { auth: hidden } }));
    await write({
      ...content,
      auths: { ...content.auths, 'docker.io': {} },
      credHelpers: { 'gcr.io': 'keep', 'https://index.docker.io/v1/': 'keep', 'x.example': 'missing' },
    });
    const plan = await dockerConfig.calls.planErase({ registry: null });
    expect(plan?.helpers).toEqual(['keep']);
    expect(plan?.files).toHaveLength(2);
    await dockerConfig.calls.apply({ id: plan?.id ?? '' });
    expect((await asked()).split('\n').sort()).toEqual([
      '',
      'erase gcr.io',
      'erase https://index.docker.io/v1/',
    ]);
    expect(JSON.parse(await text())).toMatchObject({ auths: {}, currentContext: 'work' });
    expect(await readFile(join(folder, 'home', '.dockercfg'), 'utf8')).toBe('{}');
  });

  it('is not offered for what only Strata’s own helper, or a helper that is missing, may have', async () => {
    await write({ credsStore: 'strata', auths: { 'quay.io': {} } });
    expect(await dockerConfig.calls.planErase({ registry: 'quay.io' })).toBeNull();
    await write({ credsStore: 'missing', auths: { 'quay.io': {} } });
    expect(await dockerConfig.calls.planErase({ registry: 'quay.io' })).toBeNull();
  });

  it('leaves the file alone when the helper refuses', async () => {
    await helper('keep', 'echo locked; exit 1');
    await write({ credsStore: 'keep', auths: { 'quay.io': {} } });
    const plan = await dockerConfig.calls.planErase({ registry: 'quay.io' });
    expect((await refusal(dockerConfig.calls.apply({ id: plan?.id ?? '' }))).title).toContain('not erased');
    expect(await text()).toContain('quay.io');
  });
});

describe('Strata as docker’s helper', () => {
  const program = () => join(folder, 'strata', 'bin', 'docker-credential-strata');
  const change = async (registry: string | null, on: boolean) => {
    const plan = await dockerConfig.calls.planHelper({ registry, on });
    if (plan) await dockerConfig.calls.apply({ id: plan.id });
    return plan;
  };

  it('is off until it is switched on, and then starts this installation', async () => {
    await write({ auths: {} });
    expect(await dockerConfig.calls.helper()).toEqual({
      program: program(),
      isFound: false,
      isForAll: false,
      keys: [],
    });
    await expect(stat(program())).rejects.toThrow('ENOENT');
    await change(null, true);
    expect(await dockerConfig.calls.helper()).toMatchObject({ isForAll: true, keys: [] });
    expect(JSON.parse(await text())).toEqual({ auths: {}, credsStore: 'strata' });
    expect(await readFile(program(), 'utf8')).toContain(
      `exec '/opt/Strata/strata' '--credential-helper' "$@"`,
    );
    expect((await stat(program())).mode & 0o777).toBe(0o755);
  });

  it.each([
    ['with another helper', '{\n\t"credsStore": "pass",\n\t"credHelpers": {\n\t\t"gcr.io": "gcloud"\n\t}\n}'],
    ['without a helper', '{\n  "auths": {}\n}\n'],
    ['in one line', '{"auths":{"quay.io":{}}}'],
  ])('leaves a config %s as it was when it is switched off again', async (_, content) => {
    await write(content);
    await change(null, true);
    await change('docker.io', true);
    await change('gcr.io', true);
    expect((await dockerConfig.calls.helper()).keys).toEqual(['gcr.io', 'https://index.docker.io/v1/']);
    expect(await dockerConfig.calls.planHelper({ registry: 'gcr.io', on: true })).toBeNull();
    await change('gcr.io', false);
    await change(null, false);
    await change('docker.io', false);
    expect(JSON.parse(await text())).toEqual(JSON.parse(content));
    await expect(stat(program())).rejects.toThrow('ENOENT');
  });

  it('brings nothing back over what somebody has chosen since', async () => {
    await write({ credsStore: 'pass' });
    await change(null, true);
    await write({ credsStore: 'secretservice' });
    expect(await change(null, false)).toBeNull();
    expect(JSON.parse(await text())).toEqual({ credsStore: 'secretservice' });
  });

  it('is shown before it is written, other values hidden', async () => {
    await write({ auths: { 'quay.io': { auth: hidden } }, credsStore: 'pass' });
    const plan = await dockerConfig.calls.planHelper({ registry: null, on: true });
    expect(plan?.files[0]?.before).toContain('"credsStore": "pass"');
    expect(plan?.files[0]?.after).toContain('"credsStore": "strata"');
    expect(JSON.stringify(plan)).not.toMatch(/c4nary|YWRh/);
  });

  it('takes no other program’s place', async () => {
    await write({});
    await mkdir(join(folder, 'strata', 'bin'), { recursive: true });
    await writeFile(program(), 'somebody else’s');
    expect((await refusal(change(null, true))).code).toBe('conflict');
    expect(await readFile(program(), 'utf8')).toBe('somebody else’s');
    expect(JSON.parse(await text())).toEqual({});
  });
});
