/** An image of 500 MB in 12 layers that compress no further. */
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestEngine } from '../../tests/support/engine.js';
import { makeFolder } from '../../tests/support/processes.js';

const LAYERS = 12;
const LAYER_BYTES = Math.round(500_000_000 / LAYERS);

/** Builds it as `name`. Layers are noise: what is timed is transport, and no luck with compression. */
export async function buildTwelveLayers(engine: TestEngine, name: string): Promise<void> {
  const folder = await makeFolder('twelve');
  try {
    const files = Array.from({ length: LAYERS }, (_, layer) => `noise-${layer}`);
    for (const file of files) await writeFile(join(folder, file), randomBytes(LAYER_BYTES));
    const steps = files.map((file) => `COPY ${file} /\n`);
    await writeFile(join(folder, 'Dockerfile'), `FROM scratch\n${steps.join('')}`);
    await engine.docker(['build', '--quiet', '--tag', name, folder]);
    // The build's own cache would keep the layers when the image goes.
    await engine.docker(['builder', 'prune', '--all', '--force']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
