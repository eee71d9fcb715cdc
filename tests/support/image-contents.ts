/** What is in an image, read out of what `docker save` gives, by a reader that shares nothing with the product's. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar-stream';
import type { TestEngine } from './engine.js';
import { makeFolder, run } from './processes.js';

export type ImageContents = {
  /** For each layer its entries in the order of their names: type, mode, owner, link, content. */
  readonly layers: readonly (readonly string[])[];
  /** The settings to run it, without times and ids. */
  readonly config: unknown;
  /** The instructions of its history. */
  readonly history: readonly string[];
};

type Saved = {
  readonly config: unknown;
  readonly os: string;
  readonly architecture: string;
  readonly history: readonly { readonly created_by?: string; readonly empty_layer?: boolean }[];
};

export async function readImage(docker: TestEngine['docker'], name: string): Promise<ImageContents> {
  const folder = await makeFolder('saved');
  try {
    await docker(['save', '--output', join(folder, 'image.tar'), name]);
    await run('tar', ['-xf', 'image.tar'], { cwd: folder });
    const [manifest] = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
      Config: string;
      Layers: string[];
    }[];
    if (!manifest) throw new Error(`${name} was saved without a manifest`);
    const saved = JSON.parse(await readFile(join(folder, manifest.Config), 'utf8')) as Saved;
    const layers: (readonly string[])[] = [];
    for (const layer of manifest.Layers) layers.push(await readLayer(join(folder, layer)));
    return {
      layers,
      config: { config: saved.config, os: saved.os, architecture: saved.architecture },
      history: saved.history.map(({ created_by, empty_layer }) => `${created_by} ${empty_layer ?? false}`),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readLayer(file: string): Promise<readonly string[]> {
  const entries: string[] = [];
  const tar = createReadStream(file).pipe(extract());
  for await (const entry of tar) {
    const hash = createHash('sha256');
    for await (const chunk of entry) hash.update(chunk as Buffer);
    const { name, type, mode, uid, gid, linkname, size } = entry.header;
    const xattrs = Object.entries(entry.header.pax ?? {}).filter(([key]) => key.startsWith('SCHILY.xattr.'));
    entries.push(
      JSON.stringify([name, type, mode.toString(8), uid, gid, linkname, size, hash.digest('hex'), xattrs]),
    );
  }
  return entries.sort();
}
