import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cleanPath, decodeName, displayName, encodeName } from './names.js';
import { DamagedArchive } from './tar-header.js';
import { createTarReader, type TarEntry } from './tar.js';

type Read = { readonly entries: TarEntry[]; readonly bodies: string[] };

function read(archive: Buffer, pieces = archive.length): Read {
  const entries: TarEntry[] = [];
  const bodies: string[] = [];
  const tar = createTarReader((entry) => {
    const at = entries.push(entry) - 1;
    bodies.push('');
    return { data: (bytes) => void (bodies[at] = `${bodies[at]}${bytes.toString()}`), end: () => undefined };
  });
  for (let at = 0; at < archive.length; at += pieces) tar.push(archive.subarray(at, at + pieces));
  tar.end();
  return { entries, bodies };
}

type HeaderParts = { type?: string; size?: string; extra?: Record<number, string> };

/** A header of ustar with a checksum that fits. */
function header(name: string, { type = '0', size = '0', extra = {} }: HeaderParts = {}): Buffer {
  const block = Buffer.alloc(512);
  const fields: Record<number, string> = {
    0: name,
    100: '0000644\0',
    124: size,
    156: type,
    257: 'ustar\x0000',
    ...extra,
  };
  for (const [at, text] of Object.entries(fields)) block.write(text, Number(at), 'latin1');
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

async function packed(): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name: 'd/', type: 'directory', mode: 0o1777, uid: 70_000, gid: 7 });
  archive.entry({ name: `d/${'long'.repeat(60)}`, mtime: new Date(5000) }, 'hello');
  archive.entry({ name: 'l', type: 'symlink', linkname: 'é'.repeat(90) });
  archive.entry({ name: 'h', type: 'link', linkname: 'd/x' });
  archive.finalize();
  return buffer(archive);
}

describe('a tar archive', () => {
  it('reads the same in pieces of every size', async () => {
    const archive = await packed();
    const whole = read(archive);
    expect(whole.entries.map(({ type, name }) => [type, name.toString()])).toEqual([
      ['5', 'd/'],
      ['0', `d/${'long'.repeat(60)}`],
      ['2', 'l'],
      ['1', 'h'],
    ]);
    expect(whole.entries[0]).toMatchObject({ mode: 0o1777, uid: 70_000, gid: 7 });
    expect(whole.entries[1]).toMatchObject({ size: 5, modified: 5 });
    expect(whole.entries[2]?.link.toString()).toBe('é'.repeat(90));
    expect(whole.bodies[1]).toBe('hello');
    for (const pieces of [1, 7, 511, 512, 513]) expect(read(archive, pieces)).toEqual(whole);
  });

  it('that stops in the middle of an entry is damaged', () => {
    const archive = Buffer.concat([header('a', { size: '00000002000\0' }), Buffer.alloc(512)]);
    expect(() => read(archive)).toThrow(DamagedArchive);
    expect(() => read(header('a').subarray(0, 300))).toThrow(DamagedArchive);
  });

  it('whose header was changed is damaged', () => {
    const block = header('a');
    block[0]! += 1;
    expect(() => read(block)).toThrow(DamagedArchive);
  });

  it('names files longer than a header holds, as GNU tar does', () => {
    const name = 'n'.repeat(300);
    const long = Buffer.alloc(512, `${name}\0`, 'latin1').fill(0, 301);
    const archive = Buffer.concat([header('././@LongLink', { type: 'L', size: '00000000455\0' }), long]);
    expect(read(Buffer.concat([archive, header('n')])).entries[0]?.name.toString()).toBe(name);
  });

  it('tells sizes that octal digits can not hold', () => {
    const size = `\x80\0\0\0\0\0\x01\0\0\0\0\0`;
    const entries: TarEntry[] = [];
    createTarReader((entry) => {
      entries.push(entry);
      return null;
    }).push(header('a', { size }));
    expect(entries[0]?.size).toBe(2 ** 40);
  });

  it('is refused when a size or an extended header is beyond all measure', () => {
    expect(() => read(header('a', { size: `\xff${'\xff'.repeat(11)}` }))).toThrow(DamagedArchive);
    expect(() => read(header('a', { type: 'x', size: '77777777777\0' }))).toThrow(DamagedArchive);
  });

  it('tells of a sparse file what it is when unpacked, and goes on behind all its maps', () => {
    const sparse = header('s', {
      type: 'S',
      size: '00000001000\0',
      extra: { 257: 'ustar  \0', 482: '\x01', 483: '00010000000\0' },
    });
    const map = (more: number): Buffer => Buffer.alloc(512).fill(more, 504, 505);
    const archive = Buffer.concat([sparse, map(1), map(0), Buffer.alloc(512, 'x'), header('next')]);
    const { entries } = read(archive, 100);
    expect(entries.map(({ name, size }) => [name.toString(), size])).toEqual([
      ['s', 0o10000000],
      ['next', 0],
    ]);
  });
});

describe('names', () => {
  it('keep bytes that are no UTF-8, and show them with marks', () => {
    const bytes = Buffer.from([0x61, 0xe9, 0xc3, 0xa9, 0xff]);
    const name = decodeName(bytes);
    expect(encodeName(name)).toEqual(bytes);
    expect(displayName(name)).toBe('a\\xE9é\\xFF');
    expect(displayName('a\n\u202eb')).toBe('a\\x0A\\u202eb');
  });

  it.each([
    ['./a//b/', 'a/b'],
    ['/a', 'a'],
    ['a/../b', 'b'],
    ['.', ''],
    ['..a/.b', '..a/.b'],
    ['../a', null],
    ['/a/../../b', null],
    ['a\0b', null],
  ])('lead nowhere outside: %j', (path, clean) => expect(cleanPath(path)).toBe(clean));
});
