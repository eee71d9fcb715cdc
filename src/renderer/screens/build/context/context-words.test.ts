import { describe, expect, it } from 'vitest';
import type { ContextReport } from '../../../../shared/contract/context.js';
import { summarySentence } from './context-words.js';

const report: ContextReport = {
  survey: 's',
  ignoreFile: '.dockerignore',
  sent: { files: 312, bytes: 4_100_000 },
  left: { files: 1204, bytes: 180_000_000, isWhole: true },
  problems: [],
  problemCount: 0,
  suggestions: [],
  canUndo: false,
};

describe('the sentence on a context', () => {
  it('says what goes and what stays', () => {
    expect(summarySentence(report)).toBe(
      '312 files, 4.1 MB will be sent; 1,204 files, 180 MB are left out by .dockerignore.',
    );
    expect(summarySentence({ ...report, left: { ...report.left, isWhole: false } })).toContain(
      'more than 1,204',
    );
  });

  it('says when nothing stays', () => {
    const left = { files: 0, bytes: 0, isWhole: true };
    expect(summarySentence({ ...report, left })).toMatch(/\.dockerignore leaves nothing out\.$/);
    expect(summarySentence({ ...report, left, ignoreFile: null })).toMatch(/there is no ignore file/);
  });
});
