/** The report on a context, on real folders: large ones, odd names, files that this user may not read. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createContexts } from '../../src/main/builds/index.js';
import type { ContextReport, ContextUpdate } from '../../src/shared/contract/context.js';
import { MAX_CONTEXT_PAGE } from '../../src/shared/contract/context.js';
import { makeFolder } from '../support/processes.js';
import { failureOf } from './parts.js';

async function project(ignore: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await makeFolder('context');
  const all = { Dockerfile: 'FROM scratch\nCOPY . /\n', '.dockerignore': ignore, ...files };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

/** Looks through the folder until the report is there; it can be asked about until the test ends. */
async function look(folder: string) {
  const contexts = createContexts((message, error) => {
    throw new Error(message, { cause: error });
  });
  const updates: ContextUpdate[] = [];
  const end = await contexts.survey({ folder, dockerfile: 'Dockerfile' }, (update) => updates.push(update));
  onTestFinished(end);
  const reported = async (count: number): Promise<ContextReport> => {
    const reports = () => updates.flatMap((update) => (update.type === 'report' ? [update.report] : []));
    await vi.waitFor(() => expect(reports()).toHaveLength(count), { timeout: 60_000 });
    return reports()[count - 1]!;
  };
  return { contexts, end, updates, report: await reported(1) };
}

it('stays whole and quick to ask about with 50,000 files, and lets others have their turn', async () => {
  const folder = await project('left');
  for (let at = 0; at < 50; at++) {
    const below = join(folder, at < 25 ? 'flat' : `deep/${at}`);
    await mkdir(below, { recursive: true });
    const names = Array.from({ length: 1_000 }, (_one, file) => join(below, `${at}-${file}`));
    await Promise.all(names.map((file) => writeFile(file, 'x')));
  }
  await mkdir(join(folder, 'left/a'), { recursive: true });
  await writeFile(join(folder, 'left/a/b'), 'xx');
  let turns = 0;
  const done = new AbortController();
  const others = (async () => {
    for (; !done.signal.aborted; turns++) await setImmediate();
  })();
  const { contexts, report } = await look(folder);
  done.abort();
  await others;
  expect(turns).toBeGreaterThan(20);
  expect(report).toMatchObject({ sent: { files: 50_002 }, left: { files: 1, bytes: 2, isWhole: true } });

  const asked = { survey: report.survey, withIgnored: false };
  const root = await contexts.children({ ...asked, path: '', from: 0 });
  expect(root.nodes.map(({ name, sent }) => [name, sent.files])).toEqual([
    ['deep', 25_000],
    ['flat', 25_000],
    ['Dockerfile', 1],
    ['.dockerignore', 1],
  ]);
  const seen = new Set<string>();
  for (let from = 0; from < 25_000; from += MAX_CONTEXT_PAGE) {
    const { nodes, total } = await contexts.children({ ...asked, path: 'flat', from });
    expect(total).toBe(25_000);
    for (const { path } of nodes) seen.add(path);
  }
  expect(seen.size).toBe(25_000);
});

it('shows names of every kind as they are, links as links, and which line leaves what out', async () => {
  const folder = await project('# notes\n\n**/*.md\n!README.md\n"über alles"\n', {
    'ünï/日本語 🐳.txt': 'xxxx',
    'a b\tc': 'x',
    'docs/NOTES.md': 'xx',
    'README.md': 'x',
  });
  await symlink('../outside', join(folder, 'leads-out'));
  const { contexts, report } = await look(folder);
  const page = (path: string) =>
    contexts.children({ survey: report.survey, path, from: 0, withIgnored: true });
  const root = (await page('')).nodes;
  expect(root.map(({ name }) => name)).toEqual(expect.arrayContaining(['ünï', 'a b\tc', 'README.md']));
  expect(root.find(({ kind }) => kind === 'link')).toMatchObject({ name: 'leads-out', target: '../outside' });
  expect((await page('ünï')).nodes).toMatchObject([{ path: 'ünï/日本語 🐳.txt', sent: { bytes: 4 } }]);
  expect((await page('docs')).nodes).toMatchObject([{ ignoredBy: { line: 3, text: '**/*.md' } }]);
});

it('names what this user may not read, unless it is left out', async () => {
  const folder = await project('hidden\n', { 'open/secret.txt': 'x', 'hidden/secret.txt': 'x' });
  await chmod(folder, 0o755);
  for (const file of ['open/secret.txt', 'hidden/secret.txt']) await chmod(join(folder, file), 0o000);
  await mkdir(join(folder, 'shut'));
  await chmod(join(folder, 'shut'), 0o000);
  onTestFinished(() => chmod(join(folder, 'shut'), 0o755));
  const titles = await problemsForOthers(folder);
  expect(titles.sort()).toEqual(['open/secret.txt can’t be read', 'shut can’t be read']);
});

it('is asked about only while somebody looks', async () => {
  const { contexts, end, report } = await look(await project(''));
  end();
  const answer = contexts.children({ survey: report.survey, path: '', from: 0, withIgnored: false });
  expect(await failureOf(answer)).toMatchObject({ code: 'not-found' });
});

it('becomes smaller by a suggestion, and what was written can be taken back', async () => {
  const folder = await project('# kept', { '.env': 'TOKEN=1', 'node_modules/a/index.js': 'x'.repeat(500) });
  const place = { folder, dockerfile: 'Dockerfile' };
  const { contexts, updates, report } = await look(folder);
  const patterns = report.suggestions
    .filter(({ kind }) => kind !== 'recipe')
    .flatMap((suggestion) => suggestion.patterns);
  expect(patterns).toEqual(['.env', 'node_modules']);
  const { before, lines } = await contexts.preview({ ...place, patterns });
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ['same', '# kept'],
    ['added', '.env'],
    ['added', 'node_modules'],
  ]);
  await contexts.apply({ ...place, patterns, before });
  onTestFinished(await contexts.survey(place, (update) => updates.push(update)));
  await vi.waitFor(() =>
    expect(updates.at(-1)).toMatchObject({
      report: { left: { files: 2 }, sent: { files: 2 }, canUndo: true },
    }),
  );
  await contexts.undo(place);
  expect(await failureOf(contexts.undo(place))).toMatchObject({ code: 'conflict' });
});

it('says what is wrong with the folder or the Dockerfile instead of a report', async () => {
  const contexts = createContexts(() => undefined);
  const updates: ContextUpdate[] = [];
  const folder = await makeFolder('context');
  onTestFinished(
    await contexts.survey({ folder, dockerfile: 'Dockerfile' }, (update) => updates.push(update)),
  );
  await vi.waitFor(() => expect(updates).toMatchObject([{ type: 'failed', failure: { code: 'not-found' } }]));
});

/** What the report names when another user than root asks: root may read everything. */
async function problemsForOthers(folder: string): Promise<string[]> {
  const report = new URL('../../src/main/builds/context/report.ts', import.meta.url).href;
  const script = `
    const { reportContext } = await import(${JSON.stringify(report)});
    const { report } = await reportContext({
      folder: process.argv[1], dockerfile: 'Dockerfile', text: '',
      signal: new AbortController().signal, onCount() {},
    });
    console.log(JSON.stringify(report.problems.map(({ title }) => title)));
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, folder],
    {
      // The compiler's cache is root's.
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    },
  );
  return JSON.parse(stdout) as string[];
}

it('tells what the checks of a Dockerfile go by, as the files beside it have it', async () => {
  const folder = await project('# ours\ndist/\n!dist/keep\n');
  const contexts = createContexts(() => undefined);
  const asked = { folder, dockerfile: 'Dockerfile' };
  expect(await contexts.checks(asked)).toEqual({ ignorePatterns: ['dist', '!dist/keep'], hadolint: null });
  await writeFile(join(folder, '.hadolint.yaml'), 'ignored: [DL3008]\ntrustedRegistries:\n  - ghcr.io\n');
  expect((await contexts.checks(asked)).hadolint).toMatchObject({
    ignored: ['DL3008'],
    allowedRegistries: ['ghcr.io'],
  });
  await rm(join(folder, '.hadolint.yaml'));
  await promisify(execFile)('mkfifo', [join(folder, '.hadolint.yaml')]);
  expect((await contexts.checks(asked)).hadolint).toBeNull();
});
