import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.js';

describe('text of strangers', () => {
  it.each([
    ['a\u202Egnp.exe', String.raw`a\u202egnp.exe`],
    ['\u0000\u001B[31m', String.raw`\u0000\u001b[31m`],
    ['a\u200Bb\uFEFF', String.raw`a\u200bb\ufeff`],
    ['line\n\tnext', 'line\n\tnext'],
    ['שלום <b>', 'שלום <b>'],
  ])('%j shows as %s', (text, shown) => expect(visibleText(text)).toBe(shown));
});
