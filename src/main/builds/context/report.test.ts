import { execFileSync } from 'node:child_process';
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reportContext, type SurveyedContext } from './report.js';
import { openContext } from './walk.js';

type Files = Readonly<Record<string, string>>;

async function project(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-report-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

const look = (folder: string, text = 'FROM scratch\nCOPY . .', dockerfile = 'Dockerfile') =>
  reportContext({
    folder,
    dockerfile,
    text,
    signal: new AbortController().signal,
    onCount: () => undefined,
  });

const reportOn = async (files: Files, text?: string) => look(await project(files), text);
const names = ({ pages }: SurveyedContext, path = '', withIgnored = false) =>
  pages.page(path, 0, withIgnored)?.nodes.map(({ name }) => name);
const patterns = ({ report }: SurveyedContext) =>
  Object.fromEntries(report.suggestions.map(({ id, patterns }) => [id, patterns]));

describe('the report on a context', () => {
  it('counts exactly what the build will send', async () => {
    const folder = await project({
      Dockerfile: 'FROM scratch',
      '.dockerignore': '*.log\nold\n!old/kept',
      'a.log': 'xx',
      'old/gone': 'xxxx',
      'old/kept': 'yyy',
      'ünï cödé/🐳.txt': 'zz',
    });
    await link(join(folder, 'old/kept'), join(folder, 'again'));
    await symlink('/etc', join(folder, 'etc'));
    const { report } = await look(folder);
    let [files, bytes] = [0, 0];
    for await (const entry of (await openContext(folder, 'Dockerfile')).entries()) {
      if (entry.kind !== 'folder') files++;
      if (entry.kind === 'file' && entry.sameAs === null) bytes += entry.size;
    }
    expect(report.sent).toEqual({ files, bytes });
    expect(report.left).toEqual({ files: 2, bytes: 6, isWhole: true });
    expect(report.problems).toEqual([]);
  });

  it('is a tree, the largest first, and of what is ignored only when asked', async () => {
    const context = await reportOn({
      '.dockerignore': 'big',
      'big/one': 'x'.repeat(900),
      'src/a': 'xx',
      'src/b': 'x'.repeat(99),
      small: 'x',
    });
    expect(names(context)).toEqual(['src', '.dockerignore', 'small']);
    expect(names(context, 'src')).toEqual(['b', 'a']);
    expect(names(context, '', true)?.[0]).toBe('big');
    expect(names(context, 'nowhere')).toBeUndefined();
  });

  it('names the line that leaves something out, and the one that takes it back', async () => {
    const context = await reportOn({
      '.dockerignore': '# what is made\n\nnode_modules\n*.md\n!README.md\n',
      'node_modules/x/y': 'xxx',
      'NOTES.md': '',
      'README.md': '',
    });
    const nodes = context.pages.page('', 0, true)?.nodes ?? [];
    expect(Object.fromEntries(nodes.map(({ name, ignoredBy }) => [name, ignoredBy]))).toEqual({
      '.dockerignore': null,
      'NOTES.md': { line: 4, text: '*.md' },
      'README.md': null,
      node_modules: { line: 3, text: 'node_modules' },
    });
    expect(nodes.find(({ name }) => name === 'node_modules')).toMatchObject({
      sent: { files: 0 },
      left: { files: 1, bytes: 3 },
      hasChildren: false,
    });
  });

  it('goes by the Dockerfile’s own ignore file first', async () => {
    const folder = await project({
      'web.Dockerfile': '',
      'web.Dockerfile.dockerignore': 'a',
      '.dockerignore': 'b',
      a: '',
      b: '',
    });
    const context = await look(folder, 'FROM scratch', 'web.Dockerfile');
    expect(context.report.ignoreFile).toBe('web.Dockerfile.dockerignore');
    expect(names(context)).toContain('b');
    expect(names(context)).not.toContain('a');
  });

  it('marks what only the engine gets', async () => {
    const context = await reportOn({ '.dockerignore': '*', Dockerfile: 'FROM scratch', a: '' });
    const nodes = context.pages.page('', 0, false)?.nodes ?? [];
    expect(nodes.map(({ name, onlyForEngine }) => [name, onlyForEngine])).toEqual([
      ['Dockerfile', true],
      ['.dockerignore', true],
    ]);
  });

  it('shows links as links, and what would fail the build by name', async () => {
    const folder = await project({ 'd/a': '' });
    await symlink('d', join(folder, 'to-d'));
    execFileSync('mkfifo', [join(folder, 'd/pipe')]);
    const server = createServer().listen(join(folder, 'd/a.sock'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const context = await look(folder);
    expect(context.pages.page('', 0, false)?.nodes.find(({ name }) => name === 'to-d')).toMatchObject({
      kind: 'link',
      target: 'd',
    });
    const titles = context.report.problems.map(({ title }) => title);
    expect(titles.some((title) => title.includes('d/pipe'))).toBe(true);
    expect(titles.some((title) => title.includes('d/a.sock'))).toBe(true);
    expect(context.report.problemCount).toBe(2);
    await writeFile(join(folder, '.dockerignore'), '**/pipe\n**/*.sock');
    expect((await look(folder)).report.problemCount).toBe(0);
  });

  it('ends at once when nobody looks any more', async () => {
    const folder = await project({ a: '' });
    await expect(
      reportContext({
        folder,
        dockerfile: 'Dockerfile',
        text: '',
        signal: AbortSignal.abort(),
        onCount: () => undefined,
      }),
    ).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('a suggestion', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\n';

  it('is made of what is there and would be sent, secrets first, with what it saves', async () => {
    const context = await reportOn({
      '.dockerignore': 'logs\n',
      'logs/a.log': 'x',
      '.env': 'A=1',
      '.env.example': '',
      'packages/web/node_modules/m/index.js': 'xxxx',
      'node_modules/.env': 'never mind',
      '.git/HEAD': 'ref',
      'tls/server.key': key,
      'tls/ca.pem': '-----BEGIN CERTIFICATE-----',
    });
    expect(patterns(context)).toEqual({
      env: ['.env'],
      'private-keys': ['tls/server.key'],
      history: ['.git'],
      'node-modules': ['**/node_modules'],
      recipe: ['.dockerignore'],
    });
    expect(context.report.suggestions[0]?.kind).toBe('secret');
    expect(context.report.suggestions.find(({ id }) => id === 'node-modules')?.saves).toEqual({
      files: 2,
      bytes: 14,
    });
  });

  it('never takes away what the Dockerfile copies by name', async () => {
    const files = {
      'package.json': '{}',
      'dist/app.js': 'x',
      'node_modules/m': 'x',
      '.env': 'A=1',
      '.npmrc': 'x',
    };
    const text = [
      'FROM scratch AS build',
      'ARG OUT=dist',
      'COPY $OUT/app.js /app/',
      'COPY ["node_modules", "/app/node_modules"]',
      'RUN --mount=type=bind,source=.env,target=/.env true',
      'ADD package*.json .npmrc ./',
    ].join('\n');
    expect(patterns(await reportOn(files, text))).toEqual({});
  });

  it('names paths one by one where a pattern for all would take what is copied', async () => {
    const files = { 'web/node_modules/a': 'x', 'api/node_modules/a': 'x' };
    expect(patterns(await reportOn(files, 'FROM scratch\nCOPY web/node_modules /m\nCOPY api /api'))).toEqual({
      'node-modules': ['api/node_modules'],
    });
  });

  it('isn’t kept from what a folder or a wildcard takes along', async () => {
    const files = { 'api/node_modules/a': 'x', 'a.log': '' };
    const suggested = patterns(
      await reportOn(files, 'FROM scratch\nCOPY api /api\nCOPY * /all/\nCOPY --from=x dist /'),
    );
    expect(suggested).toEqual({ 'node-modules': ['**/node_modules'], logs: ['*.log'] });
  });

  it('of build output needs what it is the output of beside it', async () => {
    expect(
      patterns(await reportOn({ 'target/a': 'x', 'rust/target/a': 'x', 'rust/Cargo.toml': '' })),
    ).toEqual({
      'cargo-maven-output': ['rust/target'],
    });
  });

  it('means what it says when a name has characters of patterns', async () => {
    const files = { '#!/[a]*/target/x': 'x', '#!/[a]*/Cargo.toml': '' };
    const context = await reportOn(files);
    const [pattern] = context.report.suggestions[0]?.patterns ?? [];
    expect((await reportOn({ ...files, '.dockerignore': `${pattern}\n` })).report.left.files).toBe(1);
  });
});
