import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { projectFolder } from '../../../../tests/support/project-folder.js';
import type { DockerfileChange } from '../../../shared/contract/builds.js';
import { watchDockerfile } from './watch.js';

async function followed(folder: string, dockerfile: string): Promise<readonly DockerfileChange[]> {
  const told: DockerfileChange[] = [];
  const end = await watchDockerfile(
    folder,
    dockerfile,
    (change) => told.push(change),
    () => undefined,
  );
  onTestFinished(end);
  return told;
}
const textsOf = (told: readonly DockerfileChange[]) =>
  told.map((change) => (change.type === 'text' ? change.source.text : change.failure.code));

describe('a Dockerfile that is followed', () => {
  it('is told of when it is written, replaced, deleted and put back', async () => {
    const folder = await projectFolder({ 'd/Dockerfile': 'FROM a' });
    const file = join(folder, 'd/Dockerfile');
    const told = await followed(folder, 'd/Dockerfile');
    await writeFile(file, 'FROM b');
    await vi.waitFor(() => expect(textsOf(told)).toEqual(['FROM b']));
    await writeFile(`${file}.new`, 'FROM c');
    await rename(`${file}.new`, file);
    await vi.waitFor(() => expect(textsOf(told)).toEqual(['FROM b', 'FROM c']));
    await rm(file);
    await vi.waitFor(() => expect(textsOf(told).at(-1)).toBe('not-found'));
    await writeFile(file, 'FROM d');
    await vi.waitFor(() => expect(textsOf(told)).toEqual(['FROM b', 'FROM c', 'not-found', 'FROM d']));
  });

  it('is told of although something writes beside it all the time', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a' });
    const told = await followed(folder, 'Dockerfile');
    const busy = new AbortController();
    const writing = (async () => {
      while (!busy.signal.aborted) await writeFile(join(folder, 'log'), String(performance.now()));
    })();
    await writeFile(join(folder, 'Dockerfile'), 'FROM b');
    await vi.waitFor(() => expect(textsOf(told)).toEqual(['FROM b']));
    busy.abort();
    await writing;
  });

  it('is not told of for what happens to other files, nor for being written as it was', async () => {
    const folder = await projectFolder({ Dockerfile: 'FROM a' });
    const told = await followed(folder, 'Dockerfile');
    await writeFile(join(folder, 'Dockerfile'), 'FROM a');
    await writeFile(join(folder, 'other'), 'x');
    await writeFile(join(folder, 'Dockerfile'), 'FROM b');
    await vi.waitFor(() => expect(textsOf(told)).toEqual(['FROM b']));
  });
});
