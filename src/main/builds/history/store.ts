/**
 * Where past builds lie: `<project>/<build>/` with four files, each written whole or not at all. `build.json` is what the list
 * reads, `record.json` the rest, `log.gz` the output, `files.gz` what was copied. What can't be read is moved to `damaged/`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { z } from 'zod';
import type { PastBuild } from '../../../shared/contract/history.js';
import { writeFileAtomic, type OnDamaged } from '../../files/index.js';
import { isCode } from '../context/problems.js';
import {
  pastBuild,
  recordBody,
  recordedFiles,
  stepLog,
  type RecordBody,
  type RecordedFiles,
  type StepLog,
} from './record.js';

export type Place = Pick<PastBuild, 'id' | 'folder'>;

export type Found = { readonly build: PastBuild; readonly bytes: number };

export type HistoryStore = {
  /** Every build that can be read; the damaged are set aside. */
  readonly scan: () => Promise<readonly Found[]>;
  readonly writeBuild: (build: PastBuild) => Promise<void>;
  readonly writeBody: (place: Place, body: RecordBody) => Promise<void>;
  readonly writeLogs: (place: Place, logs: readonly StepLog[]) => Promise<void>;
  readonly writeFiles: (place: Place, files: RecordedFiles) => Promise<void>;
  /** Null when there is none, also of one that had to be set aside. */
  readonly readBody: (place: Place) => Promise<RecordBody | null>;
  readonly readFiles: (place: Place) => Promise<RecordedFiles | null>;
  /** Null when the step said nothing. */
  readonly readLog: (place: Place, step: string) => Promise<StepLog | null>;
  readonly size: (place: Place) => Promise<number>;
  readonly remove: (place: Place) => Promise<void>;
  readonly damaged: () => Promise<{ readonly count: number; readonly bytes: number }>;
  readonly removeDamaged: () => Promise<void>;
};

const DAMAGED = 'damaged';
/** A file that unpacks to more than this isn't one of ours. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_READ = 64 * 1024 * 1024;
const AT_ONCE = 32;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** @param root whole path; it needn't be there */
export function openHistoryStore(root: string, onDamaged: OnDamaged): HistoryStore {
  const folderOf = ({ id, folder }: Place): string => join(root, projectOf(folder), id);

  const setAside = async (folder: string, error: unknown): Promise<void> => {
    const name = folder.slice(root.length + 1).replaceAll(/[/\\]/g, '-');
    const aside = join(root, DAMAGED, `${name}-${Date.now()}`);
    await mkdir(join(root, DAMAGED), { recursive: true, mode: 0o700 });
    await rename(folder, aside);
    onDamaged({ what: 'builds', aside, error });
  };

  const read = async <T>(
    place: Place,
    name: string,
    parse: (content: Buffer) => T | Promise<T>,
  ): Promise<T | null> => {
    const file = join(folderOf(place), name);
    try {
      if ((await stat(file)).size > MOST_READ) throw new Error(`${name} is too large`);
      return await parse(await readFile(file));
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      await setAside(folderOf(place), error);
      return null;
    }
  };

  return {
    async scan() {
      const projects = (await namesIn(root)).filter((name) => name !== DAMAGED);
      const places = (
        await Promise.all(
          projects.map(async (project) =>
            (await namesIn(join(root, project))).map((id) => join(root, project, id)),
          ),
        )
      ).flat();
      const found: Found[] = [];
      for (let from = 0; from < places.length; from += AT_ONCE) {
        const group = await Promise.all(
          places.slice(from, from + AT_ONCE).map(async (folder) => {
            try {
              const build = parsed(pastBuild, await readFile(join(folder, 'build.json')));
              if (folderOf(build) !== folder) throw new Error('it lies under another name');
              return { build, bytes: await sizeOf(folder) };
            } catch (error) {
              // The rest of a removal, or of a first write, that was cut off.
              if (isCode(error, 'ENOENT')) await rm(folder, { recursive: true, force: true });
              else await setAside(folder, error);
              return null;
            }
          }),
        );
        for (const one of group) if (one) found.push(one);
      }
      return found;
    },
    writeBuild: (build) => writeFileAtomic(join(folderOf(build), 'build.json'), JSON.stringify(build)),
    writeBody: (place, body) => writeFileAtomic(join(folderOf(place), 'record.json'), JSON.stringify(body)),
    async writeLogs(place, logs) {
      const text = logs.map((log) => `${JSON.stringify(log)}\n`).join('');
      await writeFileAtomic(join(folderOf(place), 'log.gz'), await pack(text));
    },
    async writeFiles(place, files) {
      await writeFileAtomic(join(folderOf(place), 'files.gz'), await pack(JSON.stringify(files)));
    },
    readBody: (place) => read(place, 'record.json', (content) => parsed(recordBody, content)),
    readFiles: (place) =>
      read(place, 'files.gz', async (content) => parsed(recordedFiles, await unpacked(content))),
    readLog: (place, step) =>
      read(place, 'log.gz', async (content) => {
        const start = `{"step":${JSON.stringify(step)},`;
        const lines = (await unpacked(content)).toString('utf8').split('\n');
        const line = lines.find((one) => one.startsWith(start));
        return line === undefined ? null : stepLog.parse(JSON.parse(line));
      }),
    size: (place) => sizeOf(folderOf(place)),
    remove: (place) => rm(folderOf(place), { recursive: true, force: true }),
    async damaged() {
      const names = await namesIn(join(root, DAMAGED));
      const sizes = await Promise.all(names.map((name) => sizeOf(join(root, DAMAGED, name))));
      return { count: names.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
    },
    removeDamaged: () => rm(join(root, DAMAGED), { recursive: true, force: true }),
  };
}

/** A folder's name may be anything; its digest is a file's name anywhere. */
const projectOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16);

const unpacked = (content: Buffer): Promise<Buffer> => unpack(content, { maxOutputLength: MOST_UNPACKED });

const parsed = <T>(schema: z.ZodType<T>, content: Buffer): T =>
  schema.parse(JSON.parse(content.toString('utf8')));

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
