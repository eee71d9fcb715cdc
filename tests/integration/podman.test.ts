/** Podman answers docker's API, and says some things in words of its own. docs/podman.md */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EngineService } from '../../src/main/engine/index.js';
import { startPodman, type TestPodman } from '../support/podman.js';
import { projectFolder } from '../support/project-folder.js';
import {
  buildWith,
  failureOf,
  followTransfer,
  openBuilds,
  openCredentials,
  openEngine,
  openRegistry,
} from './parts.js';

describe.runIf(inject('engineIsPrivate'))('Podman', () => {
  let podman: TestPodman;
  let engine: EngineService;
  beforeAll(async () => {
    podman = await startPodman([inject('openRegistry')]);
    engine = openEngine(podman.host);
    await engine.reconnect();
  });
  afterAll(async () => {
    engine.stop();
    await podman.stop();
  });

  it('is connected to under its own name, as an engine without BuildKit', () => {
    expect(engine.status()).toMatchObject({ state: 'connected', product: 'Podman', buildkit: false });
  });

  it('has its pulls done, up to date and failed as docker’s', async () => {
    const credentials = await openCredentials({ env: inject('keyringEnv') });
    const registry = openRegistry({ engine, credentials });
    const pull = (reference: string) => registry.pull.run({ reference }, followTransfer().run);
    const name = 'alpine:3.20';
    expect(await pull(name)).toMatchObject({ reference: name, newer: true, before: null });
    expect(await pull(name)).toMatchObject({ reference: name, newer: false });
    expect(await failureOf(pull(`${inject('openRegistry')}/nothing/here:1`))).toMatchObject({
      code: 'not-found',
    });
    credentials.stop();
  });

  it('tells which step of a build failed, where, and with which exit code', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM alpine:3.20\nWORKDIR /x\nRUN echo no; exit 7\n' });
    const builds = await openBuilds({ engine });
    expect(await failureOf(buildWith(builds, { folder, imageName: 'failing:1' }))).toMatchObject({
      code: 'build-failed',
      title: expect.stringContaining('RUN echo no'),
      detail: expect.stringMatching(/exit code 7, at Dockerfile line 3.* It said: no/),
      source: { file: 'Dockerfile', line: 3 },
    });
  });

  it('tells cached steps from those that ran', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM alpine:3.20\nRUN echo once\n' });
    const builds = await openBuilds({ engine });
    const states = async () =>
      (await buildWith(builds, { folder, imageName: 'twice:1' })).state.steps.map(({ state }) => state);
    expect(await states()).toEqual(['done', 'done']);
    expect(await states()).toEqual(['done', 'cached']);
  });
});
