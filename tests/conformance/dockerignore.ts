/** moby's own table for .dockerignore, and the cases of other tools where they mean what docker means. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createIgnore, IgnorePatternError, parseIgnore } from '../../src/shared/ignore/ignore.js';
import { openContext } from '../../src/main/builds/context/walk.js';
import { FailureError } from '../../src/shared/failure.js';
import { count, type ConformanceRun } from './case.js';

type Case = {
  readonly id: string;
  readonly kind: 'match' | 'clean' | 'parse-file' | 'context' | 'context-override';
  readonly docker?: boolean;
  readonly platform?: string;
  readonly input: {
    readonly patterns?: readonly string[];
    readonly path?: string;
    readonly content?: string | null;
    readonly dockerignore?: string;
    readonly dockerfileName?: string;
    readonly ignoreFiles?: Readonly<Record<string, string>>;
    readonly files?: readonly string[];
  };
  readonly expected: Readonly<Record<string, unknown>>;
};

export const run: ConformanceRun = async (vectors) => {
  const { cases } = JSON.parse(await readFile(join(vectors, 'dockerignore.json'), 'utf8')) as {
    cases: Case[];
  };
  const ours = cases.filter(
    ({ docker, platform }) => docker !== false && (platform === undefined || platform === 'posix'),
  );
  return count('dockerignore.json', ours, (one) => check(one));
};

async function check({ id, kind, docker, input, expected }: Case): Promise<string | null> {
  const found =
    kind === 'context' || kind === 'context-override'
      ? await sent(input)
      : decide(kind, input, docker === true);
  for (const [key, value] of Object.entries(expected)) {
    if (key === 'sent' || key === 'notSent') {
      const wrong = (value as string[]).filter(
        (file) => (found.files as string[]).includes(file) !== (key === 'sent'),
      );
      if (wrong.length > 0) return `${id}: ${wrong.join(', ')} should be ${key}`;
    } else if (key in found && JSON.stringify(found[key]) !== JSON.stringify(value) && key !== 'error') {
      return `${id}: ${JSON.stringify(input)}: ${key} is ${JSON.stringify(found[key])}, not ${JSON.stringify(value)}`;
    } else if (key === 'error' && !('error' in found))
      return `${id}: ${JSON.stringify(input)} should be refused`;
    else if (!(key in found)) return `${id}: nothing is known of “${key}”`;
  }
  return null;
}

function decide(
  kind: Case['kind'],
  { patterns = [], path = '', content }: Case['input'],
  asFile: boolean,
): Record<string, unknown> {
  if (kind === 'parse-file') return { patterns: parseIgnore(content ?? '') };
  if (kind === 'clean') return { count: patterns.filter((pattern) => pattern.trim() !== '').length };
  try {
    return { excluded: createIgnore(asFile ? parseIgnore(patterns.join('\n')) : patterns).excludes(path) };
  } catch (error) {
    if (error instanceof IgnorePatternError) return { error: error.message };
    throw error;
  }
}

async function sent({
  dockerignore,
  dockerfileName = 'Dockerfile',
  ignoreFiles = {},
  files = [],
}: Case['input']): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-ignore-'));
  try {
    const all = {
      ...Object.fromEntries(files.map((file) => [file, ''])),
      ...ignoreFiles,
      ...(dockerignore === undefined ? {} : { '.dockerignore': dockerignore }),
    };
    for (const [file, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const context = await openContext(folder, dockerfileName);
    const found: string[] = [];
    for await (const entry of context.entries())
      if (entry.kind === 'file' && !entry.onlyForEngine) found.push(entry.path);
    return { files: found, ignoreFileUsed: context.ignoreFile };
  } catch (error) {
    if (error instanceof FailureError) return { error: error.message };
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
