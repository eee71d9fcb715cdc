/** A desk of layers in a folder of its own, asked for whole images at once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk } from '../../src/main/layers/desk.js';
import type { FileRow } from '../../src/shared/contract/layers.js';
import { writeImageArchive, type ArchivedEntry } from './image-archive.js';

const running = { report: () => undefined, signal: new AbortController().signal };
const whole = { open: [], filter: '', sort: 'name', window: { start: 0, count: 1000 } } as const;

/** `use` gets the desk, and a folder to do as it likes in. Nothing of it remains. */
export async function withDesk<T>(use: (desk: ReturnType<typeof deskIn>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-layers-'));
  try {
    return await use(deskIn(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function deskIn(folder: string) {
  const desk = createDesk((name) => {
    throw new Error(`damaged: ${name}`);
  });
  const kept = join(folder, 'kept');
  return {
    folder,
    kept,
    /** @returns the DiffIDs of the first image in the archive */
    index: async (file: string): Promise<string[]> => {
      const [image] = await desk.index({ folder: kept, source: { kind: 'archive', file } }, running);
      return [...(image?.layers ?? [])];
    },
    make: (layers: readonly (readonly ArchivedEntry[])[]): Promise<string> =>
      writeImageArchive(folder, layers),
    /** What there is after the last of `layers`; with `only`, what that one did. */
    rows: async (layers: string[], only = false): Promise<FileRow[]> => {
      const rows: FileRow[] = [];
      const left = [''];
      for (let root = left.pop(); root !== undefined; root = left.pop()) {
        const page = await desk.tree({ ...whole, open: [], folder: kept, layers, only, root });
        rows.push(...page.rows);
        left.push(...page.rows.filter(({ kind }) => kind === 'folder').map(({ path }) => path));
      }
      return rows;
    },
    efficiency: (layers: string[]) => desk.efficiency({ folder: kept, layers }),
    /** Saves all files of the image into a new folder. */
    take: (file: string, layers: string[], target: string) =>
      desk.take(
        {
          folder: kept,
          source: { kind: 'archive', file },
          layers,
          path: '',
          only: false,
          target,
          draft: `${target}.draft`,
        },
        running,
      ),
  };
}
