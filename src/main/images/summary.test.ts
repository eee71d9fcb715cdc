import { describe, expect, it } from 'vitest';
import { imageHistory, imageInspect, imageList } from './answers.js';
import { toDetail, toSummary } from './summary.js';

const rows = (...answer: readonly object[]) => imageList.parse(answer).map(toSummary);

describe('the list', () => {
  it('has familiar names, sorted, and none for an image without a name', () => {
    const [image, dangling, bare] = rows(
      { Id: 'a', RepoTags: ['docker.io/library/z:1', 'b/c:2', 'localhost:5000/x:1'], Size: 1, Created: 2 },
      { Id: 'b', RepoTags: ['<none>:<none>'], RepoDigests: ['<none>@<none>'] },
      { Id: 'c', RepoTags: null, RepoDigests: null, Created: -62135596800, Size: -1 },
    );
    expect(image).toEqual({
      id: 'a',
      references: ['b/c:2', 'localhost:5000/x:1', 'z:1'],
      digests: [],
      size: 1,
      created: 2000,
      labels: [],
      sharedSize: null,
      platforms: [],
    });
    expect(dangling).toMatchObject({ references: [], digests: [] });
    expect(bare).toMatchObject({ references: [], created: 0, size: 0 });
  });

  it('has what engines tell of labels, shared layers and platforms', () => {
    const platform = (os: string, architecture: string, variant?: string, Available = true) => ({
      Available,
      ImageData: { Platform: { os, architecture, variant } },
    });
    const [image] = rows({
      Id: 'a',
      Labels: { team: 'x'.repeat(5_000), b: '' },
      SharedSize: 7,
      Manifests: [
        platform('linux', 'arm64', 'v8'),
        platform('linux', 'amd64'),
        platform('linux', 's390x', '', false),
        platform('unknown', 'unknown'),
        { Kind: 'attestation' },
      ],
    });
    expect(image).toMatchObject({ sharedSize: 7, platforms: ['linux/amd64', 'linux/arm64/v8'] });
    expect(image?.labels.map(({ name, value }) => [name, value.length])).toEqual([
      ['team', 1024],
      ['b', 0],
    ]);
    expect(rows({ Id: 'a', SharedSize: -1 })[0]?.sharedSize).toBeNull();
  });

  it('keeps its other images when a field of one is odd', () => {
    expect(rows({ Id: 'a', RepoTags: 7, Size: 'x', Created: {} }, { Id: 'b' })).toHaveLength(2);
  });
});

describe('an image in full', () => {
  const detail = (answer: object) =>
    toDetail(imageInspect.parse(answer), imageHistory.parse([]), new Map(), answer);

  it('tells how it runs', () => {
    const { settings, created } = detail({
      Id: 'a',
      Created: '2024-01-01T00:00:00.5Z',
      Config: {
        Cmd: ['a'],
        Entrypoint: null,
        Env: ['A=1=2', 'B', '=C'],
        ExposedPorts: { '80/tcp': {}, '443/tcp': {} },
        Labels: { b: '2', a: '1' },
        Healthcheck: { Test: ['CMD', 'x'], Interval: 5_000_000_000, Retries: 'x' },
      },
    });
    expect(created).toBe(Date.parse('2024-01-01T00:00:00.5Z'));
    expect(settings).toMatchObject({
      entrypoint: [],
      command: ['a'],
      environment: [
        { name: 'A', value: '1=2' },
        { name: 'B', value: '' },
        { name: '', value: 'C' },
      ],
      ports: ['443/tcp', '80/tcp'],
      volumes: [],
      healthcheck: { test: ['CMD', 'x'], interval: 5000, timeout: 30_000, startPeriod: 0, retries: 3 },
    });
  });

  it('is whole without settings, and with settings of other kinds', () => {
    expect(detail({ Id: 'a', Config: null }).settings.command).toEqual([]);
    expect(
      detail({ Id: 'a', Config: { Cmd: 'sh', Env: {}, Labels: [] }, RootFS: 1, Created: 'x' }),
    ).toMatchObject({
      created: 0,
      steps: [],
    });
  });

  it('keeps hostile text as text, and no more of it than a screen can bear', () => {
    const value = '<img src=x onerror=alert(1)>\u202e\u0000';
    const { settings } = detail({
      Id: 'a',
      Config: { Labels: { [value]: value, long: 'x'.repeat(1_000_000) } },
    });
    expect(settings.labels[0]).toEqual({ name: value, value });
    expect(settings.labels[1]?.value.length).toBeLessThan(300_000);
    const polluted = JSON.parse(
      '{"Id":"a","Config":{"Labels":{"__proto__":"x","constructor":"y"}}}',
    ) as object;
    expect(detail(polluted).settings.labels).toContainEqual({ name: 'constructor', value: 'y' });
    expect({}).not.toHaveProperty('x');
  });
});
