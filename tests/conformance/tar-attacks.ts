/** Layers that try to reach beyond the folder that they are saved in: nothing beside it is written, nothing of it is read. */
import { lstat, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ArchivedEntry } from '../support/image-archive.js';
import { withDesk } from '../support/layer-desk.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly entries: readonly {
    readonly name: string;
    readonly type: 'file' | 'hardlink' | 'symlink';
    readonly linkname?: string;
    readonly mode?: string;
    readonly content?: string;
  }[];
};

const SECRET = 'nobody outside may see this';
const TYPES = { file: 'file', hardlink: 'link', symlink: 'symlink' } as const;

const check = ({ id, entries }: Case) =>
  withDesk(async ({ folder, make, index, rows, take }) => {
    const victims = ['victim/hello', 'dest-evil/secret'].map((name) => join(folder, name));
    for (const victim of victims) {
      await mkdir(dirname(victim));
      await writeFile(victim, SECRET);
    }
    const layer = entries.map(({ name, type, linkname, mode = '644', content = 'x' }): ArchivedEntry => ({
      name,
      type: TYPES[type],
      ...(linkname === undefined ? {} : { linkname }),
      mode: Number.parseInt(mode, 8),
      content,
    }));
    const archive = await make([layer]);
    const before = (await readdir(folder)).sort();

    const layers = await index(archive);
    const out = (await rows(layers)).find(({ path }) => /(^|\/)\.{0,2}(\/|$)/.test(path));
    if (out) return `${id}: the tree has ${out.path}`;
    await take(archive, layers, join(folder, 'dest'));

    const after = (await readdir(folder)).filter((name) => name !== 'dest' && name !== 'kept').sort();
    if (after.join() !== before.join()) return `${id}: beside the folder is now ${after.join(' ')}`;
    for (const victim of victims) {
      if ((await readFile(victim, 'utf8')) !== SECRET) return `${id}: ${victim} was changed`;
      if ((await readdir(dirname(victim))).length > 1) return `${id}: something was written beside ${victim}`;
      if ((await lstat(victim)).nlink > 1) return `${id}: ${victim} has another name`;
    }
    return wayOut(id, join(folder, 'dest'));
  });

/** What was saved holds no link that leads out of it, and nothing of the victims. */
async function wayOut(id: string, dest: string): Promise<string | null> {
  for (const found of await readdir(dest, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name);
    if (found.isSymbolicLink()) {
      const target = resolve(dirname(path), await readlink(path));
      if (!`${target}${sep}`.startsWith(`${dest}${sep}`)) return `${id}: ${found.name} leads to ${target}`;
    } else if (found.isFile() && (await readFile(path, 'utf8')).includes(SECRET))
      return `${id}: ${found.name} shows what it must not`;
  }
  return null;
}

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'tar-attacks.json'), 'utf8')) as {
    cases: Case[];
  };
  return count('tar-attacks.json', cases, check);
};
