/** A project folder: what in it can be built, and under which name. */
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Project } from '../../shared/contract/builds.js';
import { looseName } from '../../shared/reference.js';
import { findIgnoreFile } from './context/ignore-file.js';
import { assertFolder } from './folder.js';

const DEEPEST = 3;
const MOST_FOLDERS = 2_000;
const MOST_FOUND = 100;
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
