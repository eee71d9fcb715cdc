/** Projects as they are measured: written once, the same bytes every time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../tests/support/processes.js';

export type MeasuredProject = {
  readonly folder: string;
  /** Gives one file of 1 KB new bytes. */
  readonly changeOne: () => Promise<void>;
};

/** `files` files of `size` bytes in folders of 100, which nothing compresses, and a Dockerfile that copies all of it. */
export async function writeProject(base: string, files: number, size: number): Promise<MeasuredProject> {
  const folder = await makeFolder('bench');
  await writeFile(join(folder, 'Dockerfile'), `FROM ${base}\nCOPY . /app/\n`);
  const next = randomness(files * 31 + size);
  for (let at = 0; at < files; at++) {
    const below = join(folder, `folder-${Math.floor(at / 100)}`);
    if (at % 100 === 0) await mkdir(below);
    await writeFile(join(below, `file-${at}.bin`), bytesOf(size, next));
  }
  let changes = 0;
  const changeOne = (): Promise<void> =>
    writeFile(join(folder, 'folder-0', 'changed.txt'), `${++changes}`.padEnd(1024, '.'));
  await changeOne();
  return { folder, changeOne };
}

function bytesOf(size: number, next: () => number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeInt32LE(next(), at);
  return bytes;
}

/** xorshift32: the same numbers for the same seed. */
function randomness(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state | 0;
  };
}
