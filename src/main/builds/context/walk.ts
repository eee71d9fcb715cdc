/** A project folder as the engine is to see it: everything that the ignore file leaves, in byte order, links as links. */
import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError, messageOf } from '../../../shared/failure.js';
import { createIgnore, IgnorePatternError, parseIgnore, type Ignore } from './ignore.js';

type Common = {
  /** Relative, with slashes. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
};

export type ContextEntry =
  | (Common & { readonly kind: 'folder' })
  | (Common & {
      readonly kind: 'file';
      readonly size: number;
      /** Where its bytes are read from. */
      readonly source: string;
      /** The Dockerfile or ignore file when the project ignores it: the engine needs it, the image should not get it. */
      readonly onlyForEngine: boolean;
    })
  | (Common & { readonly kind: 'link'; readonly target: string });

export type BuildContext = {
  /** The ignore file that counts, relative to the folder; null when there is none. */
  readonly ignoreFile: string | null;
  /** Parents before what is in them. @throws FailureError naming what can't be read or sent */
  readonly entries: () => AsyncGenerator<ContextEntry>;
  /** The same without what only the engine needs, and without the folders that would be there for it alone. */
  readonly entriesForImage: () => AsyncGenerator<ContextEntry>;
};

/** `<Dockerfile>.dockerignore` before `.dockerignore`, as BuildKit looks for them. */
export async function findIgnoreFile(
  folder: string,
  dockerfile: string,
): Promise<{ readonly name: string; readonly text: string } | null> {
  for (const name of [`${dockerfile}.dockerignore`, '.dockerignore']) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: unknown) => {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return null;
      throw unreadable(name, error);
    });
    if (text !== null) return { name, text };
  }
  return null;
}

/** @throws FailureError `invalid-input` for an ignore file that the engine would refuse */
export async function openContext(folder: string, dockerfile: string): Promise<BuildContext> {
  const found = await findIgnoreFile(folder, dockerfile);
  const ignore = found === null ? null : readIgnore(found);
  // The engine needs both, whatever the ignore file says: the docker CLI sends them too.
  const needed = new Set([dockerfile, '.dockerignore']);
  return {
    ignoreFile: found?.name ?? null,
    entries: () => walk(folder, '', ignore, needed),
    entriesForImage: () => walk(folder, '', ignore, new Set()),
  };
}

function readIgnore({ name, text }: { readonly name: string; readonly text: string }): Ignore {
  try {
    return createIgnore(parseIgnore(text));
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    const line = text.split(/\r?\n/).findIndex((one) => one.includes(error.pattern.replace(/^!/, ''))) + 1;
    throw new FailureError({
      code: 'invalid-input',
      title: `${name} has a pattern that means nothing`,
      detail: `“${error.pattern}” can’t match any path, so the engine would refuse it.`,
      remedy: 'Correct the pattern, or put a backslash before a character that is meant as it is.',
      ...(line > 0 ? { source: { file: name, line } } : {}),
    });
  }
}

async function* walk(
  root: string,
  below: string,
  ignore: Ignore | null,
  needed: ReadonlySet<string>,
): AsyncGenerator<ContextEntry> {
  const names = await readdir(join(root, below)).catch((error: unknown) => {
    throw below === '' ? goneFolder(root, error) : unreadable(below, error);
  });
  names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const name of names) {
    const path = below === '' ? name : `${below}/${name}`;
    const ignored = ignore?.excludes(path) ?? false;
    const excluded = ignored && !needed.has(path);
    const stats = await lstat(join(root, path)).catch((error: unknown) => {
      // Gone since the folder was read: as if it had never been there.
      if (excluded) return null;
      if (name.includes('\uFFFD')) throw unnameable(path);
      if (isCode(error, 'ENOENT')) return null;
      throw unreadable(path, error);
    });
    if (!stats) continue;
    if (stats.isDirectory()) {
      const isWanted =
        !excluded ||
        (ignore?.mayReinclude(path) ?? false) ||
        [...needed].some((file) => file.startsWith(`${path}/`));
      if (isWanted)
        yield* withParent(excluded, entryOf(path, stats, root, false), walk(root, path, ignore, needed));
    } else if (!excluded) {
      yield await entryOf(path, stats, root, ignored);
    }
  }
}

/** An excluded folder is sent only when something in it is. */
async function* withParent(
  excluded: boolean,
  folder: Promise<ContextEntry>,
  inside: AsyncGenerator<ContextEntry>,
): AsyncGenerator<ContextEntry> {
  const entry = await folder;
  let told = !excluded;
  if (told) yield entry;
  for await (const child of inside) {
    if (!told) yield entry;
    told = true;
    yield child;
  }
}

async function entryOf(
  path: string,
  stats: Stats,
  root: string,
  onlyForEngine: boolean,
): Promise<ContextEntry> {
  const common = { path, mode: stats.mode & 0o7777, modified: stats.mtimeMs };
  const source = join(root, path);
  if (stats.isDirectory()) return { ...common, kind: 'folder' };
  if (stats.isFile()) return { ...common, kind: 'file', size: stats.size, source, onlyForEngine };
  if (stats.isSymbolicLink()) return { ...common, kind: 'link', target: await readlink(source) };
  const what = stats.isSocket() ? 'a socket' : stats.isFIFO() ? 'a pipe' : 'a device';
  throw new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be sent`,
    detail: `It is ${what}, and only files, folders and links can be part of an image.`,
    remedy: 'Remove it, or name it in .dockerignore.',
  });
}

function goneFolder(folder: string, error: unknown): FailureError {
  return new FailureError({
    code: isCode(error, 'ENOENT') ? 'not-found' : 'invalid-input',
    title: isCode(error, 'ENOENT') ? `The folder ${folder} is gone` : `The folder ${folder} can’t be read`,
    detail: isCode(error, 'ENOENT')
      ? 'It was moved, renamed or deleted.'
      : 'The system doesn’t let Strata look into it.',
    remedy: 'Choose the project folder again.',
    cause: messageOf(error),
  });
}

/** Its bytes are no UTF-8, so the system doesn't find it again by the name that it gave. */
function unnameable(path: string): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be sent`,
    detail: 'Its name is not valid UTF-8.',
    remedy: 'Rename it, or name it in .dockerignore if the build doesn’t need it.',
  });
}

export function unreadable(path: string, error: unknown): FailureError {
  return new FailureError({
    code: 'invalid-input',
    title: `${path} can’t be read`,
    detail:
      isCode(error, 'EACCES') || isCode(error, 'EPERM')
        ? 'You aren’t allowed to read it.'
        : 'The system gave an error while it was read.',
    remedy: 'Change its permissions, or name it in .dockerignore if the build doesn’t need it.',
    cause: messageOf(error),
  });
}

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
