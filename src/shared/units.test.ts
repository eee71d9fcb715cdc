import { describe, expect, it } from 'vitest';
import { formatAge, formatBytes, formatDuration, parseBytes, parsePeriod, shortId } from './units.js';

describe('units', () => {
  it.each([
    ['100MB', 100_000_000],
    ['1.5 gb', 1_500_000_000],
    ['64KiB', 65_536],
    ['2k', 2_000],
    ['512', 512],
    ['7b', 7],
    ['', null],
    ['MB', null],
    ['-1MB', null],
    ['1 potato', null],
    ['5ib', null],
  ])('“%s” is %s bytes', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  it.each([
    ['30d', 30 * 86_400_000],
    ['12H', 12 * 3_600_000],
    ['10m', 600_000],
    ['2mo', 2 * 30.4375 * 86_400_000],
    ['1.5w', 10.5 * 86_400_000],
    ['', null],
    ['30', null],
    ['d', null],
    ['-3d', null],
  ])('“%s” is %s ms', (text, ms) => expect(parsePeriod(text)).toBe(ms));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [7_340_000, '7.34 MB'],
    [999_950, '1 MB'],
    [1_234_567_890, '1.23 GB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [0, '0 ms'],
    [41.4, '41 ms'],
    [99.6, '0.1 s'],
    [340, '0.3 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [64_000, '1 m 04 s'],
    [3_599_600, '1 h 00 m'],
    [7_500_000, '2 h 05 m'],
  ])('%d ms read %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it.each([
    [1, 'just now'],
    [59, '59 seconds ago'],
    [60, '1 minute ago'],
    [7_200, '2 hours ago'],
    [86_400 * 3, '3 days ago'],
    [86_400 * 800, '2 years ago'],
  ])('%d seconds are %s', (seconds, text) => expect(formatAge(1_000, 1_000 + seconds * 1000)).toBe(text));

  it('an age that is not known is said so', () => expect(formatAge(0, 5)).toBe('unknown'));

  it('an id is shortened as docker does', () =>
    expect(shortId(`sha256:${'ab'.repeat(32)}`)).toBe('abababababab'));
});
