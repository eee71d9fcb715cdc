import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar-stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FailureError } from '../../../shared/failure.js';
import { packContext, type ContextTar } from './tar.js';
import type { BuildContext, ContextEntry } from './walk.js';

function contextOf(entries: readonly ContextEntry[]): BuildContext {
  // eslint-disable-next-line @typescript-eslint/require-await -- the real one waits for the disk
  const all = async function* () {
    yield* entries;
  };
  return { ignoreFile: null, entries: all, entriesForImage: all };
}

async function fileOf(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-tar-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'file');
  await writeFile(file, bytes);
  return file;
}

const entry = (path: string, source: string, size: number): ContextEntry => ({
  kind: 'file',
  path,
  mode: 0o640,
  modified: 1_700_000_000_000,
  size,
  source,
  sameAs: null,
  onlyForEngine: false,
});

function pack(entries: readonly ContextEntry[], signal = new AbortController().signal) {
  const told: [number, number][] = [];
  return { told, tar: packContext(contextOf(entries), (...counts) => told.push(counts), signal) };
}

async function unpack({ stream }: ContextTar) {
  const found: { header: Record<string, unknown>; bytes: Buffer }[] = [];
  const entries = stream.pipe(extract());
  for await (const each of entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of each) chunks.push(chunk as Buffer);
    found.push({ header: each.header as unknown as Record<string, unknown>, bytes: Buffer.concat(chunks) });
  }
  return found;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

async function openFiles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}

describe('the context as a tar', () => {
  it('holds files, folders and links as they are, owned by root', async () => {
    const bytes = randomBytes(700_001);
    const long = `${'folder/'.repeat(40)}größe 日本.txt`;
    const { tar, told } = pack([
      { kind: 'folder', path: 'd', mode: 0o750, modified: 0 },
      entry(long, await fileOf(bytes), bytes.length),
      entry('empty', await fileOf(Buffer.alloc(0)), 0),
      { kind: 'link', path: 'l', mode: 0o777, modified: -5e12, target: '../größe' },
      { kind: 'folder', path: 'later', mode: 0o777, modified: 5e12 },
    ]);
    const found = await unpack(tar);
    await tar.done;
    expect(
      found.map(({ header }) => [header.name, header.type, header.mode, header.uid, header.gid]),
    ).toEqual([
      ['d', 'directory', 0o750, 0, 0],
      [long, 'file', 0o640, 0, 0],
      ['empty', 'file', 0o640, 0, 0],
      ['l', 'symlink', 0o777, 0, 0],
      ['later', 'directory', 0o777, 0, 0],
    ]);
    expect(found[1]?.bytes.equals(bytes)).toBe(true);
    expect(found[3]?.header.linkname).toBe('../größe');
    expect(told).toEqual([
      [1, bytes.length],
      [2, bytes.length],
    ]);
  });

  it('goes no further than what reads it', async () => {
    const size = 3 * 1024 * 1024;
    const source = await fileOf(Buffer.alloc(size));
    const { tar, told } = pack(Array.from({ length: 50 }, (_, at) => entry(`f${at}`, source, size)));
    tar.done.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told.length).toBeLessThan(3);
    tar.stream.destroy();
    await expect(tar.done).rejects.toThrow();
  });

  it('cuts a file that has grown at the size that was promised', async () => {
    const { tar } = pack([entry('grown', await fileOf(Buffer.from('12345')), 3)]);
    expect((await unpack(tar))[0]?.bytes.toString()).toBe('123');
  });

  it.each([
    ['became shorter', (file: string) => truncate(file, 2)],
    ['was deleted', unlink],
  ])('names a file that %s since it was listed, and never hangs', async (_, change) => {
    const source = await fileOf(Buffer.from('12345'));
    await change(source);
    const { tar } = pack([entry('the/file', source, 5)]);
    tar.stream.on('error', () => undefined).resume();
    expect(await failureOf(tar.done)).toMatchObject({
      code: 'interrupted',
      title: expect.stringContaining('the/file') as string,
    });
    expect(tar.stream.destroyed).toBe(true);
  });

  it.runIf(process.platform === 'linux')(
    'ends at once when it is aborted, and leaves no file open',
    async () => {
      const size = 8 * 1024 * 1024;
      const source = await fileOf(Buffer.alloc(size));
      const before = await openFiles();
      const abort = new AbortController();
      const { tar } = pack([entry('f', source, size)], abort.signal);
      tar.stream.on('error', () => undefined);
      await new Promise((resolve) => tar.stream.once('readable', resolve));
      abort.abort();
      await expect(tar.done).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await openFiles()).toBe(before);
    },
  );
});
