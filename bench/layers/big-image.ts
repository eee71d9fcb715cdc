/** The image that the figures about layers are measured on: 1 GB in 100,000 files, five layers. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, run } from '../../tests/support/processes.js';
import type { TestEngine } from '../../tests/support/engine.js';

export const BIG = 'bench-big:1';
const LAYERS = 5;
const FOLDERS = 200;
const FILES_EACH = 100;
const BYTES = 10_000;

export async function makeBigImage(engine: TestEngine): Promise<void> {
  const folder = await makeFolder('big');
  try {
    const tars: string[] = [];
    for (let layer = 0; layer < LAYERS; layer++) {
      const name = `layer${layer}`;
      await writeFiles(join(folder, name));
      await run('tar', ['-cf', join(folder, `${name}.tar`), '-C', folder, name]);
      await rm(join(folder, name), { recursive: true });
      tars.push(`${name}.tar`);
    }
    await writeFile(
      join(folder, 'Dockerfile'),
      `FROM scratch\n${tars.map((tar) => `ADD ${tar} /\n`).join('')}`,
    );
    await engine.docker(['build', '--quiet', '--tag', BIG, folder]);
    await engine.docker(['builder', 'prune', '--all', '--force']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string): Promise<void> {
  for (let at = 0; at < FOLDERS; at++) {
    const sub = join(folder, `folder-${at}`);
    await mkdir(sub, { recursive: true });
    const files = Array.from({ length: FILES_EACH }, (_, file) => join(sub, `file-${file}.bin`));
    await Promise.all(files.map((file) => writeFile(file, randomBytes(BYTES))));
  }
}
