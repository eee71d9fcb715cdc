import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OnDamaged } from '../files/index.js';
import { createLearnt } from './plan/learnt.js';
import { keepUpdates } from './updates-kept.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-damaged-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const whole: OnDamaged = ({ aside }) => {
  throw new Error(`damaged: ${aside}`);
};

const stores = {
  'updates.json': {
    useAndWrite: async (file: string, said: OnDamaged): Promise<void> => {
      const kept = keepUpdates(file, said);
      expect(await kept.list()).toEqual([]);
      await kept.put([{ reference: 'a:1', image: 'i', checkedAt: 1, state: 'current', digest: null }]);
      expect(await keepUpdates(file, whole).list()).toHaveLength(1);
    },
  },
  'pushed-layers.json': {
    useAndWrite: async (file: string, said: OnDamaged): Promise<void> => {
      const learnt = createLearnt(file, said);
      expect(await learnt.of('engine', 'layer')).toEqual([]);
      const blob = { registry: 'r', repository: 'p', digest: 'd', size: 1 };
      await learnt.learn('engine', [{ diffId: 'layer', ...blob }]);
      expect(await createLearnt(file, whole).of('engine', 'layer')).toEqual([blob]);
    },
  },
};

const contents = {
  'cut off': '{"version":1,"che',
  empty: '',
  binary: '\u0000\u0001\u0002\ufffd',
  'of another shape': '{"version":9,"checks":"none"}',
};

describe.each(Object.entries(stores))('%s', (name, { useAndWrite }) => {
  it.each(Object.entries(contents))(
    'that is %s is set aside as it was, and a new one is begun',
    async (_, text) => {
      const file = join(folder, name);
      await writeFile(file, text);
      const said: string[] = [];
      await useAndWrite(file, ({ aside }) => said.push(aside));
      const aside = (await readdir(folder)).filter((each) => each.startsWith(`${name}.damaged-`));
      expect(aside.map((each) => join(folder, each))).toEqual(said);
      expect(aside).toHaveLength(1);
      expect(await readFile(join(folder, aside[0]!), 'utf8')).toBe(text);
    },
  );
});
