/** A proposed order of lines: the same files come of it, and an edit of the source no longer repeats the install. */
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { BuildState } from '../../src/shared/build-progress.js';
import { applyFix } from '../../src/shared/dockerfile/fixes.js';
import { lintDockerfile } from '../../src/shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { makeFolder, run } from '../support/processes.js';
import { buildWith, openBuilds, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

const source = { 'src/app.js': 'app', 'README.md': 'readme', '.dockerignore': 'Dockerfile\n' };
const PROJECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'packages of the system': {
    ...source,
    Dockerfile: 'FROM alpine:3.20\nWORKDIR /app\nCOPY . .\nRUN apk add --no-cache curl\nCMD ["sh"]\n',
  },
  'packages of a project whose lists are copied first': {
    ...source,
    'package.json': '{"name":"x","dependencies":{"express":"^4.0.0"}}',
    'package-lock.json': '{}',
    Dockerfile:
      'FROM node:6-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nCOPY src ./src\nEXPOSE 80\nRUN npm ci --omit=dev --ignore-scripts\nCOPY README.md .\n',
  },
};

describe('an order that is proposed', () => {
  it.each(Object.keys(PROJECTS))('makes the same files and saves the install: %s', async (name) => {
    const files = PROJECTS[name]!;
    const folder = await project(files);
    const before = files.Dockerfile!;
    const findings = lintDockerfile(parseDockerfile(before), before);
    const finding = findings.find(({ rule }) => rule === 'CacheOrder');
    expect(finding?.fix, findings.map(({ message }) => message).join('\n')).toBeDefined();
    const after = applyFix(before, finding!.fix!);
    expect(after).not.toBe(before);

    await build(folder, `${prefix}order-before`);
    await writeFile(join(folder, 'Dockerfile'), after);
    await build(folder, `${prefix}order-after`);
    expect(await filesOf(`${prefix}order-after`)).toEqual(await filesOf(`${prefix}order-before`));

    await appendFile(join(folder, 'src/app.js'), ' edited');
    expect(await installState(folder)).toBe('cached');
    await writeFile(join(folder, 'Dockerfile'), before);
    expect(await installState(folder)).toBe('done');
  });

  it('is none where the install uses what is copied above it', () => {
    const fed = 'FROM node:6-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n';
    const moves = lintDockerfile(parseDockerfile(fed), fed).filter(
      ({ rule, fix }) => rule === 'CacheOrder' && fix !== undefined,
    );
    expect(moves).toEqual([]);
  });
});

async function installState(folder: string): Promise<string | undefined> {
  const { steps } = await build(folder, `${prefix}order-edited`);
  return steps.find(({ name }) => /\] RUN (?:apk|npm)/.test(name))?.state;
}

async function build(folder: string, imageName: string): Promise<BuildState> {
  onTestFinished(async () => {
    await docker(['rmi', '--force', imageName]);
  });
  return (await buildWith(await openBuilds({ engine: engine() }), { folder, imageName })).state;
}

/** What is in an image when all its layers lie on one another: type, mode, owner, size and name of each. */
async function filesOf(image: string): Promise<readonly string[]> {
  const folder = await makeFolder('exported');
  const container = (await docker(['create', image, 'true'])).trim();
  try {
    await docker(['export', '--output', join(folder, 'all.tar'), container]);
    const listed = await run('tar', ['-tvf', 'all.tar', '--numeric-owner', '--full-time'], { cwd: folder });
    // Times differ by when a step ran.
    return listed
      .split('\n')
      .map((line) => line.replace(/ \d{4}-\d\d-\d\d \S+ /, ' '))
      .sort();
  } finally {
    await docker(['rm', container]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-order-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
