import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { UpdateCheck } from '../../shared/contract/updates.js';
import { keepUpdates } from './updates-kept.js';

const check = (image: string, state: UpdateCheck['state']): UpdateCheck => ({
  reference: 'app:1',
  image,
  checkedAt: 1,
  state,
  digest: null,
});

it('what is known of a tag is known for the image that it stands for: another engine’s is another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'strata-updates-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'updates.json');
  const onDamaged = ({ aside }: { aside: string }): never => {
    throw new Error(`damaged: ${aside}`);
  };
  const kept = keepUpdates(file, onDamaged);
  await Promise.all([kept.put([check('sha256:a', 'newer')]), kept.put([check('sha256:b', 'current')])]);
  await kept.put([check('sha256:a', 'current')]);
  const known = [check('sha256:b', 'current'), check('sha256:a', 'current')];
  expect(await kept.list()).toEqual(known);
  expect(await keepUpdates(file, onDamaged).list()).toEqual(known);
});
