/** A project folder: what in it can be built, and under which name. */
import { constants } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { DockerfileText, Project } from '../../shared/contract/builds.js';
import { parseDockerfile } from '../../shared/dockerfile/parse.js';
import type { Dockerfile } from '../../shared/dockerfile/syntax.js';
import { expandWord } from '../../shared/dockerfile/words.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { looseName } from '../../shared/reference.js';
import { findIgnoreFile } from './context/ignore-file.js';
import { isCode, unreadable } from './context/problems.js';

const DEEPEST = 3;
const MOST_FOLDERS = 2_000;
const MOST_FOUND = 100;
const LARGEST_DOCKERFILE = 2 * 1024 * 1024;
const NOT_SEARCHED = new Set(['.git', 'node_modules', '.venv', 'vendor', 'target', 'dist']);
const IS_DOCKERFILE =
  /^(?:dockerfile|containerfile)$|^(?:dockerfile|containerfile)\.(?!dockerignore$)[\w.-]+$|\.(?:dockerfile|containerfile)$/i;

/** @throws FailureError `not-found` or `invalid-input`, naming the folder */
export async function openProject(folder: string): Promise<Project> {
  const root = resolve(folder);
  await assertFolder(root);
  const dockerfiles = await findDockerfiles(root);
  const [first] = dockerfiles;
  const ignoreFile = first === undefined ? null : await findIgnoreFile(root, first);
  const title = basename(root);
  return {
    folder: root,
    title,
    imageName: `${looseName(title)}:latest`,
    dockerfiles,
    ignoreFile: ignoreFile?.name ?? null,
  };
}

/** @throws FailureError `not-found` when it is gone, `invalid-input` when it lies outside the folder or is no text of a sensible size */
export async function readDockerfile(folder: string, dockerfile: string): Promise<DockerfileText> {
  const { file, path } = await locateDockerfile(folder, dockerfile);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(dockerfile, error);
  });
  const tree = parseDockerfile(text);
  const stages = tree.stages.flatMap(({ name }) => (name === null ? [] : [name]));
  return { path, text, stages, arguments: argumentsOf(tree) };
}

/** Every ARG once, in order, with the first default that it is given, its quotes taken off. */
function argumentsOf({ instructions, escape }: Dockerfile): DockerfileText['arguments'] {
  const found = new Map<string, string | null>();
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { key, value } of instruction.pairs) {
      if (key.text === '') continue;
      const known = found.get(key.text) ?? (value && unquoted(value.text, escape));
      found.set(key.text, known);
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** Variables stay as they are written: what they become is the build's to say. */
function unquoted(text: string, escape: Dockerfile['escape']): string {
  const expansion = expandWord(text, new Map(), { escape, keepsUnset: true });
  return expansion.ok ? expansion.text : text;
}

/** Where a Dockerfile really is, links followed, and its path in the folder, with slashes. @throws as `readDockerfile` */
async function locateDockerfile(
  folder: string,
  dockerfile: string,
): Promise<{ readonly file: string; readonly path: string }> {
  const root = await realpath(folder).catch(async (error: unknown) => {
    await assertFolder(folder);
    throw unreadable(folder, error);
  });
  const named = resolve(root, dockerfile);
  const real = await realpath(named).catch((error: unknown) => {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw unreadable(dockerfile, error);
    throw new FailureError({
      code: 'not-found',
      title: `There is no ${dockerfile} in ${basename(root)}`,
      detail: `A build follows a Dockerfile, and ${join(root, dockerfile)} isn’t there.`,
      remedy: 'Choose another Dockerfile or folder, or write one.',
    });
  });
  const inside = relative(root, real);
  if (isOutside(inside)) {
    throw refused(
      dockerfile,
      'It lies outside the project folder, and only what is inside is sent to the engine.',
    );
  }
  const { size } = await stat(real);
  if (!(await lstat(real)).isFile()) throw refused(dockerfile, 'It is not a file.');
  if (size > LARGEST_DOCKERFILE) throw refused(dockerfile, 'It is larger than 2 MB, which no Dockerfile is.');
  const asNamed = relative(root, named);
  return { file: real, path: (isOutside(asNamed) ? inside : asNamed).split(sep).join('/') };
}

const isOutside = (path: string): boolean =>
  path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

const refused = (dockerfile: string, detail: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: `${dockerfile} can’t be used`,
    detail,
    remedy: 'Choose another Dockerfile.',
  });

async function assertFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new FailureError({
        code: 'invalid-input',
        title: `${folder} is not a folder`,
        detail: 'A project is a folder with a Dockerfile in it.',
        remedy: 'Choose the folder that the file lies in.',
      });
    }
    await access(folder, constants.R_OK);
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const isGone = isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR');
    throw new FailureError({
      code: isGone ? 'not-found' : 'invalid-input',
      title: isGone ? `The folder ${folder} isn’t there` : `The folder ${folder} can’t be read`,
      detail: isGone
        ? 'It was moved, renamed or deleted, or never was.'
        : 'The system doesn’t let Strata look into it.',
      remedy: isGone
        ? 'Check the path, or choose the folder again.'
        : 'Change its permissions, or choose another folder.',
      cause: messageOf(error),
    });
  }
}

/** Nearest first, and a plain “Dockerfile” before its relatives. Links aren't followed: they may lead anywhere. */
async function findDockerfiles(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [''];
  let visited = 0;
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const next: string[] = [];
    for (const below of level) {
      if (++visited > MOST_FOLDERS || found.length >= MOST_FOUND) break;
      const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isFile() && IS_DOCKERFILE.test(entry.name)) found.push(path);
        else if (entry.isDirectory() && !NOT_SEARCHED.has(entry.name)) next.push(path);
      }
    }
    level = next;
  }
  return found.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b)).slice(0, MOST_FOUND);
}

function rank(path: string): number {
  const parts = path.split('/');
  const name = parts.at(-1)?.toLowerCase() ?? '';
  return parts.length * 10 + (name === 'dockerfile' ? 0 : name === 'containerfile' ? 1 : 2);
}
