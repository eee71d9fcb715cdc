import { describe, expect, it } from 'vitest';
import { lintDockerfile } from '../../../../shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import { groupFindings } from './finding-groups.js';

const groups = (text: string) => groupFindings(lintDockerfile(parseDockerfile(text), text));

describe('the groups of findings', () => {
  it('begin with what matters most, and none is empty', () => {
    const found = groups(
      'FROM node:20 as a\nENV TOKEN=x\nENV KEY=https://me:hunter22@example.org\nCMD ["x"]\n',
    );
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info', 'style']);
    expect(groups('FROM scratch\n')).toEqual([]);
  });

  it('say what two tools found once', () => {
    const rows = groups('FROM scratch\nCMD serve\n').flatMap((group) => group.rows);
    expect(rows.map(({ finding }) => finding.codes)).toEqual([['JSONArgsRecommended', 'DL3025']]);
  });

  it('tell each finding apart, also two of one rule on one line', () => {
    const keys = groups('FROM scratch\nENV TOKEN=x API_KEY=y\n')
      .flatMap((group) => group.rows)
      .map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });
});
