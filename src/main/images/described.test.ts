import { describe, expect, it } from 'vitest';
import { describeImage } from './described.js';

const id = `sha256:${'a'.repeat(64)}`;
const layer = (digit: string): string => `sha256:${digit.repeat(64)}`;
const config = {
  architecture: 'arm64',
  os: 'linux',
  variant: 'v8',
  created: '2024-05-01T10:00:00Z',
  config: { Env: ['A=1=2'], Cmd: ['sh'], Labels: { a: 'b' }, ExposedPorts: { '80/tcp': {} } },
  rootfs: { type: 'layers', diff_ids: [layer('1'), layer('2')] },
  history: [
    { created: '2024-04-01T10:00:00Z', created_by: '/bin/sh -c #(nop) ADD file:abc in / ' },
    { created_by: '/bin/sh -c #(nop)  CMD ["sh"]', empty_layer: true },
    { created_by: 'RUN /bin/sh -c true # buildkit', comment: 'buildkit.dockerfile.v0' },
  ],
};
const describeIt = (more: object = {}, sizes = [100, 20]) =>
  describeImage({ id, references: ['docker.io/library/app:1'], config: { ...config, ...more }, sizes });

it('is told as an engine would tell of it', () => {
  expect(describeIt()).toMatchObject({
    id,
    references: ['app:1'],
    size: 120,
    os: 'linux',
    architecture: 'arm64',
    created: Date.parse('2024-05-01T10:00:00Z'),
    settings: { environment: [{ name: 'A', value: '1=2' }], command: ['sh'], ports: ['80/tcp'] },
  });
});

describe('its layers', () => {
  const steps = (more: object, sizes?: number[]) =>
    describeIt(more, sizes)?.steps.map(({ instruction, diffId, size }) => [instruction, diffId, size]);

  it('belong to the entries that say that they made one', () => {
    expect(steps({})).toEqual([
      ['ADD … /', layer('1'), 100],
      ['CMD ["sh"]', null, 0],
      ['RUN true', layer('2'), 20],
    ]);
  });

  it('are all there, where the history tells of fewer, or of more', () => {
    expect(steps({ history: [] })).toEqual([
      ['No instruction recorded', layer('1'), 100],
      ['No instruction recorded', layer('2'), 20],
    ]);
    expect(steps({ rootfs: { diff_ids: [] } }, [])?.map(([, diffId]) => diffId)).toEqual([null, null, null]);
  });
});

it('what is no configuration is none', () => {
  for (const nothing of [null, [], 'x', undefined, 3])
    expect(describeImage({ id, references: [], config: nothing, sizes: [] })).toBeNull();
  expect(
    describeImage({ id, references: [], config: { config: 7, history: 'x' }, sizes: [] })?.steps,
  ).toEqual([]);
});
