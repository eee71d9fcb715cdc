import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createEngine, endpointOf, placeAtStart, type EngineEvent } from '../../src/main/engine/index.js';
import type { EngineStatus } from '../../src/shared/contract/engine.js';
import { startPodman } from '../support/podman.js';
import { makeFolder } from '../support/processes.js';
import { relay } from '../support/relay.js';
import { failureOf } from '../support/project-folder.js';

/** A home with nothing in it but what a test puts there, so that no other engine is found. */
async function start(options: {
  readonly contexts?: Readonly<Record<string, string>>;
  readonly chosen?: string;
}) {
  const home = await makeFolder('places');
  const config = join(home, '.docker');
  const write = async (name: string, host: string): Promise<void> => {
    const folder = join(config, 'contexts/meta', createHash('sha256').update(name).digest('hex'));
    await mkdir(folder, { recursive: true });
    const meta = { Name: name, Endpoints: { docker: { Host: host } } };
    await writeFile(join(folder, 'meta.json'), JSON.stringify(meta));
  };
  for (const [name, host] of Object.entries(options.contexts ?? {})) await write(name, host);
  const told: EngineStatus[] = [];
  const events: EngineEvent[] = [];
  let onChange: () => void = () => undefined;
  const sources = { environment: { DOCKER_CONFIG: config, XDG_RUNTIME_DIR: join(home, 'run') }, home };
  const engine = createEngine({
    ...sources,
    chosen: placeAtStart(sources, options.chosen ?? null),
    onStatus(status) {
      told.push(status);
      onChange();
    },
  });
  onTestFinished(() => engine.stop());
  engine.onEvent((event) => events.push(event));
  const until = (holds: (status: EngineStatus) => boolean): Promise<void> =>
    new Promise((resolve) => {
      onChange = () => holds(engine.status()) && resolve();
      onChange();
    });
  return { home, sources, engine, told, events, until, write };
}

describe.runIf(inject('engineIsPrivate'))('the places of engines', () => {
  it('are told with what answers there, and worked with side by side', async () => {
    const podman = await startPodman([inject('openRegistry')]);
    onTestFinished(() => podman.stop());
    const contexts = { here: inject('engineHost'), podman: podman.host, gone: 'unix:///nowhere/docker.sock' };
    const one = await start({ contexts, chosen: 'context:here' });
    const { places, chosen, current } = await one.engine.places();
    const named = Object.fromEntries(places.map((place) => [place.name, place]));
    expect(named.here).toMatchObject({ state: 'answers', version: expect.stringMatching(/^\d+\.\d+/) });
    expect(named.podman).toMatchObject({ state: 'answers', product: 'Podman' });
    expect(named.gone).toMatchObject({ state: 'absent', failure: { code: 'engine-unreachable' } });
    expect([chosen, current]).toEqual(['context:here', 'context:here']);

    const other = await start({ contexts, chosen: 'context:podman' });
    expect(await one.engine.reconnect()).toMatchObject({ state: 'connected', buildkit: true });
    expect(await other.engine.reconnect()).toMatchObject({ state: 'connected', buildkit: false });
    expect(named.podman).toMatchObject({ version: (await other.engine.docker().version()).Version });
    expect(named.here).toMatchObject({ version: (await one.engine.docker().version()).Version });
    other.engine.stop();
    expect(await one.engine.reconnect()).toMatchObject({ state: 'connected' });
    expect(one.events.filter(({ type }) => type === 'resync')).toHaveLength(1);
  });

  it('that are gone are refused when chosen', async () => {
    const { sources } = await start({ contexts: { here: inject('engineHost') } });
    const choice = Promise.resolve().then(() => endpointOf(sources, 'context:nowhere'));
    expect(await failureOf(choice)).toMatchObject({ code: 'not-found' });
  });

  it('that lead elsewhere by now are followed by the next try', async () => {
    const contexts = { here: 'unix:///nowhere/docker.sock' };
    const { engine, until, write } = await start({ contexts, chosen: 'context:here' });
    await until(({ state }) => state === 'unreachable');
    await write('here', inject('engineHost'));
    expect(await engine.reconnect()).toMatchObject({ state: 'connected', endpoint: { context: 'here' } });
  });

  it('that were chosen at an earlier start are taken again, unless they are gone', async () => {
    const contexts = { here: inject('engineHost') };
    const again = await start({ contexts, chosen: 'context:here' });
    await again.until(({ state }) => state === 'connected');
    const lost = await start({ contexts, chosen: 'context:lost' });
    expect(lost.engine.status().endpoint.origin).toBe('default');
  });

  it('are looked through when nothing is named and docker’s own is empty', async () => {
    const { engine, home, until } = await start({});
    await until(({ state }) => state === 'unreachable');
    await mkdir(join(home, '.rd'));
    const way = await relay(join(home, '.rd/docker.sock'), inject('engineSocket'));
    onTestFinished(() => way.close());
    await engine.reconnect();
    await until(({ state }) => state === 'connected');
    expect(engine.status().endpoint).toMatchObject({ origin: 'found', name: 'Rancher Desktop' });
  });
});
