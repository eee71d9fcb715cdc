/** Image archives made by hand: of entries that no engine would write, too. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack, type Header } from 'tar-stream';

export type ArchivedEntry = Pick<Header, 'name'> &
  Partial<Pick<Header, 'type' | 'mode' | 'linkname' | 'size'>> & {
    /** Zeros, when there is only a size. */
    readonly content?: string;
  };

async function tarOf(entries: readonly ArchivedEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) {
    if ((header.type ?? 'file') === 'file') tar.entry(header, content ?? Buffer.alloc(header.size ?? 0));
    else tar.entry(header);
  }
  tar.finalize();
  return buffer(tar);
}

/** An archive as `docker save` writes it, in `folder`. @returns its path */
export async function writeImageArchive(
  folder: string,
  layers: readonly (readonly ArchivedEntry[])[],
): Promise<string> {
  const tars = await Promise.all(layers.map(tarOf));
  const names = tars.map((_, at) => `${at}/layer.tar`);
  const diffIds = tars.map((tar) => `sha256:${createHash('sha256').update(tar).digest('hex')}`);
  const documents = {
    'config.json': { rootfs: { type: 'layers', diff_ids: diffIds } },
    'manifest.json': [{ Config: 'config.json', RepoTags: null, Layers: names }],
  };
  const archive = pack();
  tars.forEach((tar, at) => archive.entry({ name: names[at] ?? '' }, tar));
  for (const [name, document] of Object.entries(documents)) archive.entry({ name }, JSON.stringify(document));
  archive.finalize();
  const file = join(folder, 'image.tar');
  await writeFile(file, await buffer(archive));
  return file;
}
