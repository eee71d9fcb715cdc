import { describe, expect, it } from 'vitest';
import { createLineCutter } from './lines.js';

const bytes = (text: string) => Buffer.from(text);

describe('output cut into lines', () => {
  it('keeps a line open until its break comes, in each stream', () => {
    const cutter = createLineCutter();
    expect(cutter.push('out', bytes('one\ntw'))).toEqual([{ stream: 'out', text: 'one' }]);
    expect(cutter.push('err', bytes('oh\n'))).toEqual([{ stream: 'err', text: 'oh' }]);
    expect(cutter.push('out', bytes('o\r\n'))).toEqual([{ stream: 'out', text: 'two' }]);
    expect(cutter.flush()).toEqual([]);
  });

  it('keeps characters whole that were cut between two messages', () => {
    const cutter = createLineCutter();
    const text = bytes('größe 日本 🐳\n');
    const lines = [...text].flatMap((byte) => cutter.push('out', Uint8Array.of(byte)));
    expect(lines).toEqual([{ stream: 'out', text: 'größe 日本 🐳' }]);
  });

  it('shows what a progress bar wrote last over its line', () => {
    expect(createLineCutter().push('out', bytes('1%\r50%\r100%\n'))[0]?.text).toBe('100%');
  });

  it('keeps colours and tabs, and takes out what would move, clear, ring, link or turn text around', () => {
    const hostile =
      '\u001b[31mred\u001b[0m\t\u001b[2J\u001b[1A\u001b]8;;http://x\u0007l\u001b]0;t\u001b\\\u0007\u0008\u202ee\u001bc';
    expect(createLineCutter().push('out', bytes(`${hostile}\n`))[0]?.text).toBe(
      '\u001b[31mred\u001b[0m\tlec',
    );
  });

  it('cuts a line that is too long, and says by how much', () => {
    const [line] = createLineCutter().push('out', bytes(`${'x'.repeat(20_000)}\n`));
    expect(line?.text).toMatch(/^x{16000}… \(4000 more characters\)$/);
  });

  it('stays bounded when no break ever comes', () => {
    const cutter = createLineCutter();
    let told = 0;
    for (let at = 0; at < 100; at++) told += cutter.push('out', Buffer.alloc(10_000, 'y')).length;
    expect(told).toBeGreaterThan(10);
    expect(cutter.flush().length).toBeLessThanOrEqual(1);
  });

  it('gives what was left without a break at the end', () => {
    const cutter = createLineCutter();
    cutter.push('err', bytes('last words'));
    expect(cutter.flush()).toEqual([{ stream: 'err', text: 'last words' }]);
    expect(cutter.flush()).toEqual([]);
  });
});
