import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../shared/dockerfile/parse.js';
import { createSample } from './index.js';
import { sampleFiles } from './sample-files.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'strata-sample-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('the sample project', () => {
  it('is written whole into Strata’s folder', async () => {
    const { folder } = await createSample(home).open();
    expect(folder).toBe(join(home, 'strata-sample'));
    for (const [name, text] of Object.entries(sampleFiles))
      expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  });

  it('stays what the user made of it', async () => {
    const sample = createSample(home);
    const { folder } = await sample.open();
    await writeFile(join(folder, 'notes/today.txt'), 'mine');
    await rm(join(folder, 'licence.txt'));
    await sample.open();
    expect(await readFile(join(folder, 'notes/today.txt'), 'utf8')).toBe('mine');
    expect(await readFile(join(folder, 'licence.txt'), 'utf8')).toBe(sampleFiles['licence.txt']);
  });

  it('stands on no image that would have to be pulled', () => {
    const file = parseDockerfile(sampleFiles.Dockerfile ?? '');
    expect(file.stages.map(({ from }) => from.image?.text)).toEqual(['scratch', 'scratch']);
  });

  it('says where it belongs when it can’t be written', async () => {
    await writeFile(join(home, 'strata-sample'), 'a file in its place');
    await expect(createSample(home).open()).rejects.toMatchObject({
      failure: {
        title: 'The sample project could not be written',
        detail: expect.stringContaining(home) as string,
      },
    });
  });
});
