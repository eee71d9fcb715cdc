import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endpointOf, findPlaces, placeAtStart, type PlaceSources } from './places.js';

let home: string;
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'strata-places-'))));
afterEach(() => rm(home, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(home, file)), { recursive: true });
  await writeFile(join(home, file), text);
}

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');
const context = (name: string, host: string, folder = idOf(name)): Promise<void> =>
  write(
    `.docker/contexts/meta/${folder}/meta.json`,
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );

const sources = (environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux'): PlaceSources => ({
  environment: { DOCKER_CONFIG: join(home, '.docker'), XDG_RUNTIME_DIR: join(home, 'run'), ...environment },
  platform,
  home,
});
const find = (environment: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux') =>
  findPlaces(sources(environment, platform));
const shown = (places: ReturnType<typeof find>) => places.map(({ id, name }) => [id, name]);

describe('the places where an engine may be', () => {
  it('are docker’s default, every context, and where the known programs put their sockets', async () => {
    await context('far', 'ssh://me@far');
    await context('by-tls', 'tcp://far:2376');
    await write('.colima/default/docker.sock', '');
    await write('.colima/arm/docker.sock', '');
    const places = find();
    expect(shown(places).slice(0, 3)).toEqual([
      ['default', 'Default'],
      ['context:by-tls', 'by-tls'],
      ['context:far', 'far'],
    ]);
    expect(shown(places)).toContainEqual([`unix://${home}/.colima/default/docker.sock`, 'Colima']);
    expect(shown(places)).toContainEqual([`unix://${home}/.colima/arm/docker.sock`, 'Colima (arm)']);
    expect(shown(places)).toContainEqual([`unix://${home}/run/podman/podman.sock`, 'Podman, rootless']);
    expect(places.every(({ endpoint }) => endpoint !== null)).toBe(true);
  });

  it('begin with DOCKER_HOST where that is set', () => {
    expect(shown(find({ DOCKER_HOST: 'tcp://here:1' }))[0]).toEqual(['DOCKER_HOST', 'DOCKER_HOST']);
    expect(shown(find({ DOCKER_HOST: '' }))[0]).toEqual(['default', 'Default']);
  });

  it('name each engine once, whatever leads to its socket', async () => {
    await write('.docker/run/docker.sock', '');
    await mkdir(join(home, 'run'));
    await symlink(join(home, '.docker/run/docker.sock'), join(home, 'run/docker.sock'));
    await context('desktop', `unix://${home}/.docker/run/docker.sock`);
    const names = shown(find()).map(([, name]) => name);
    expect(names).toContain('desktop');
    expect(names).not.toContain('Docker, rootless');
    expect(names.filter((name) => name === 'Docker Desktop')).toHaveLength(1);
  });

  it('tell a context that can’t be used from one that isn’t there', async () => {
    await context('odd', 'gopher://far');
    const odd = find().find(({ name }) => name === 'odd');
    expect(odd).toMatchObject({ endpoint: null, failure: { code: 'invalid-input' } });
  });

  it('pass over what is no context: another’s folder, no JSON, a name of another kind', async () => {
    await context('liar', 'unix:///x', idOf('other'));
    await write(`.docker/contexts/meta/${idOf('broken')}/meta.json`, '{');
    await write(`.docker/contexts/meta/${idOf('7')}/meta.json`, '{"Name":7,"Endpoints":{}}');
    expect(find().filter(({ id }) => id.startsWith('context:'))).toEqual([]);
  });

  it('are pipes on Windows', () => {
    expect(find({}, 'win32').map(({ endpoint }) => endpoint?.connection)).toContainEqual({
      kind: 'socket',
      path: '\\\\.\\pipe\\podman-machine-default',
    });
  });
});

describe('the place where a window begins', () => {
  it('is the kept one, unless the environment names another', async () => {
    await context('far', 'ssh://me@far');
    expect(placeAtStart(sources({}), 'context:far')).toBe('context:far');
    expect(placeAtStart(sources({ DOCKER_HOST: '', DOCKER_CONTEXT: '' }), 'context:far')).toBe('context:far');
    expect(placeAtStart(sources({ DOCKER_HOST: 'tcp://here:1' }), 'context:far')).toBeNull();
    expect(placeAtStart(sources({ DOCKER_HOST: '', DOCKER_CONTEXT: 'far' }), 'context:far')).toBeNull();
  });

  it('is docker’s own choice where none was kept, or the kept one is gone', async () => {
    await context('odd', 'nonsense://far');
    expect(placeAtStart(sources({}), null)).toBeNull();
    expect(placeAtStart(sources({}), 'context:lost')).toBeNull();
    expect(placeAtStart(sources({}), 'context:odd')).toBeNull();
  });
});

describe('a place that is chosen', () => {
  it('is refused when it is gone, or for what is wrong with it', async () => {
    await context('odd', 'nonsense://far');
    expect(() => endpointOf(sources({}), 'context:lost')).toThrow('can’t be chosen');
    expect(() => endpointOf(sources({}), 'context:odd')).toThrow(/nonsense|address/);
    expect(endpointOf(sources({}), 'default')).toMatchObject({ origin: 'default' });
  });
});
