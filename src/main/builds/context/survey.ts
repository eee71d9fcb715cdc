/**
 * A look through a project folder before anything is sent: what the context would have, what is left out and by which line,
 * and what would make the build fail. Reads no file's content, and gives everything else its turn as it goes.
 */
import { access, constants, readdir, readlink } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { ContextTotals } from '../../../shared/contract/context.js';
import { FailureError, type Failure } from '../../../shared/failure.js';
import type { Ignore } from '../../../shared/ignore/ignore.js';
import { say } from '../../../shared/words/index.js';
import { createPace, type Pace } from './pace.js';
import { goneFolder, isCode, unnameable, unreadable, unsendable, type Unsendable } from './problems.js';
import { createStatusReader, type StatusReader } from './status.js';
import { isSent, newFolder, type Surveyed, type SurveyedFile, type SurveyedFolder } from './survey-tree.js';

export type SurveyParts = {
  readonly folder: string;
  readonly ignore: Ignore | null;
  /** What is sent although it is ignored, relative to the folder. */
  readonly needed: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Told now and then what has been found so far. */
  readonly onCount: (sent: ContextTotals) => void;
  /** Told of everything that would be sent, folders once what is in them is known. */
  readonly onSent: (found: Found) => void;
};

export type Found = {
  readonly path: string;
  readonly node: Surveyed;
  /** The names beside it. */
  readonly beside: ReadonlySet<string>;
};

export type Survey = {
  readonly root: SurveyedFolder;
  readonly problems: readonly Failure[];
  readonly problemCount: number;
  /** False when there was more that is left out than is counted. */
  readonly isLeftWhole: boolean;
};

/** Entries kept for the tree; what is beyond is only counted. */
const MOST_KEPT = 500_000;
/** Entries counted inside folders that are left out whole. */
const MOST_LEFT = 500_000;
const MOST_PROBLEMS = 50;
const COUNT_EVERY_MS = 200;

/** @throws FailureError when the folder itself can't be read; `cancelled` when the signal says so */
export async function survey(parts: SurveyParts): Promise<Survey> {
  const walk = new SurveyWalk(parts);
  const root = newFolder('', null);
  await walk.fill(root, '');
  return {
    root,
    problems: walk.problems,
    problemCount: walk.problemCount,
    isLeftWhole: walk.isLeftWhole,
  };
}

class SurveyWalk {
  readonly #parts: SurveyParts;
  readonly #read: StatusReader = createStatusReader();
  readonly #pace: Pace = createPace(false);
  /** Files with several names that are counted already, by device and inode: their bytes travel once. */
  readonly #seen = new Set<string>();
  readonly #sent = { files: 0, bytes: 0 };
  readonly problems: Failure[] = [];
  problemCount = 0;
  isLeftWhole = true;
  #kept = 0;
  #leftSeen = 0;
  #told = performance.now();

  constructor(parts: SurveyParts) {
    this.#parts = parts;
  }

  /** Looks through the folder at `below`, and adds what is in it to `into`. */
  async fill(into: SurveyedFolder, below: string): Promise<void> {
    const entries = await this.#list(below);
    const beside = new Set(entries.map(({ name }) => name));
    for (const { name, path, status } of entries) {
      await this.#rest();
      const node = await this.#surveyed(name, path, status);
      if (node === null) continue;
      add(into, node);
      if ((node.kind === 'file' || node.kind === 'link') && isSent(node)) this.#count(node.bytes);
      if (this.#kept++ < MOST_KEPT) into.children.push(node);
      else into.unkept++;
      if (isSent(node)) this.#parts.onSent({ path, node, beside });
    }
  }

  async #surveyed(name: string, path: string, status: Stats | Error): Promise<Surveyed | null> {
    const { ignore, needed } = this.#parts;
    const isIgnored = ignore?.excludes(path) ?? false;
    const ignoredBy = isIgnored ? (ignore?.decidedBy(path) ?? null) : null;
    const isWanted = !isIgnored || needed.has(path);
    if (status instanceof Error) {
      if (isWanted && path.includes('\uFFFD')) this.#report(unnameable(path));
      else if (isWanted && !isCode(status, 'ENOENT')) this.#report(unreadable(path, status));
      return null;
    }
    if (status.isDirectory()) return this.#folder(name, path, ignoredBy);
    const common = { name, ignoredBy, onlyForEngine: isIgnored && isWanted };
    if (status.isSymbolicLink()) {
      const target = await readlink(join(this.#parts.folder, path)).catch(() => '');
      return { ...common, kind: 'link', bytes: 0, target };
    }
    if (status.isFile()) {
      if (isWanted) await this.#assertReadable(path, status);
      return { ...common, kind: 'file', bytes: isWanted ? this.#bytesOf(status) : status.size, target: null };
    }
    if (isWanted) this.#report(unsendable(path, kindOf(status)));
    return { ...common, kind: 'other', bytes: 0, target: null } satisfies SurveyedFile;
  }

  async #folder(name: string, path: string, ignoredBy: number | null): Promise<SurveyedFolder> {
    const folder = newFolder(name, ignoredBy);
    if (ignoredBy !== null && !this.#mayHoldSent(path)) {
      await this.#sumUp(folder, path);
      return folder;
    }
    try {
      await this.fill(folder, path);
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code === 'cancelled') throw error;
      this.#report(error);
    }
    return folder;
  }

  #mayHoldSent(path: string): boolean {
    if (this.#parts.ignore?.mayReinclude(path)) return true;
    for (const file of this.#parts.needed) if (file.startsWith(`${path}/`)) return true;
    return false;
  }

  /** Counts what is in a folder that is left out whole. What can't be read in it doesn't matter. */
  async #sumUp(folder: SurveyedFolder, path: string): Promise<void> {
    const waiting = [path];
    for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
      for (const { path: inside, status } of await this.#list(below).catch(unlessCancelled)) {
        await this.#rest();
        if (++this.#leftSeen > MOST_LEFT) {
          this.isLeftWhole = false;
          return;
        }
        if (status instanceof Error) continue;
        if (status.isDirectory()) {
          waiting.push(inside);
          continue;
        }
        folder.left.files++;
        folder.left.bytes += status.isFile() ? status.size : 0;
      }
    }
  }

  async #list(below: string) {
    const { folder, signal } = this.#parts;
    if (signal.aborted) throw stopped();
    const names = await readdir(join(folder, below)).catch((error: unknown) => {
      throw below === '' ? goneFolder(folder, error) : unreadable(below, error);
    });
    const paths = names.map((name) => (below === '' ? name : `${below}/${name}`));
    const statuses = await this.#read(paths.map((path) => `${folder}/${path}`));
    return names.flatMap((name, at) => {
      const [path, status] = [paths[at], statuses[at]];
      return path === undefined || status === undefined ? [] : [{ name, path, status }];
    });
  }

  #bytesOf(stats: Stats): number {
    if (stats.nlink < 2) return stats.size;
    const id = `${stats.dev}:${stats.ino}`;
    if (this.#seen.has(id)) return 0;
    this.#seen.add(id);
    return stats.size;
  }

  /** The permission bits tell nearly always; only where they don't is the system asked. */
  async #assertReadable(path: string, stats: Stats): Promise<void> {
    if (mayRead(stats)) return;
    await access(join(this.#parts.folder, path), constants.R_OK).catch((error: unknown) =>
      this.#report(unreadable(path, error)),
    );
  }

  #report({ failure }: FailureError): void {
    this.problemCount++;
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(failure);
  }

  #count(bytes: number): void {
    this.#sent.files++;
    this.#sent.bytes += bytes;
  }

  async #rest(): Promise<void> {
    await this.#pace.rest();
    if (this.#parts.signal.aborted) throw stopped();
    const now = performance.now();
    if (now - this.#told < COUNT_EVERY_MS) return;
    this.#told = now;
    this.#parts.onCount({ ...this.#sent });
  }
}

function add(folder: SurveyedFolder, node: Surveyed): void {
  if (isSent(node)) folder.isSent = true;
  if (node.kind === 'folder') {
    for (const part of ['sent', 'left'] as const) {
      folder[part].files += node[part].files;
      folder[part].bytes += node[part].bytes;
    }
    return;
  }
  if (node.kind === 'other') return;
  const sum = isSent(node) ? folder.sent : folder.left;
  sum.files++;
  sum.bytes += node.bytes;
}

/** Whether the permission bits let this process read a file. Where there are none, as on Windows, they don't tell. */
function mayRead({ mode, uid, gid }: Stats): boolean {
  const user = process.getuid?.();
  if (user === undefined || user === 0) return true;
  if (uid === user) return (mode & 0o400) !== 0;
  if (gid === process.getgid?.()) return (mode & 0o040) !== 0;
  return (mode & 0o004) !== 0;
}

const kindOf = (stats: Stats): Unsendable =>
  stats.isSocket() ? 'socket' : stats.isFIFO() ? 'pipe' : 'device';

function unlessCancelled(error: unknown): readonly never[] {
  if (error instanceof FailureError && error.failure.code !== 'cancelled') return [];
  throw error;
}

const stopped = (): FailureError =>
  new FailureError({ code: 'cancelled', title: say('contextFailures.nobodyLooks'), detail: '' });
