import { describe, expect, it } from 'vitest';
import { linesFound } from './record-lines.js';

describe('the record of an image', () => {
  it('shows whole when it is of a usual size', () => {
    expect(linesFound('{\n  "Id": "a"\n}', '')).toEqual({ text: '{\n  "Id": "a"\n}', count: 3, cut: false });
  });

  it('is searched in any case', () => {
    expect(linesFound('{\n  "Id": "a"\n}', 'ID')).toEqual({ text: '  "Id": "a"', count: 1, cut: false });
  });

  it('stays small enough to paint, and says so, however large it is', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `line ${n}`).join('\n');
    const found = linesFound(lines, 'line');
    expect(found).toMatchObject({ count: 20_000, cut: true });
    expect(found.text.length).toBeLessThan(500_000);
    const oneLine = linesFound('x'.repeat(1_000_000), '');
    expect(oneLine).toMatchObject({ count: 1, cut: true });
    expect(oneLine.text.length).toBeLessThan(5_000);
  });
});
