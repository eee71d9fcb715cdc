import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../parse.js';
import { lintDockerfile } from './index.js';

const codes = (text: string) =>
  lintDockerfile(parseDockerfile(text), text)
    .filter(({ source }) => source !== 'strata')
    .map((finding) => finding.codes.join(' '));

describe('what two tools have a rule for', () => {
  it('is one finding with both names', () => {
    expect(codes('FROM scratch\nCMD serve\n')).toEqual(['JSONArgsRecommended DL3025']);
    expect(codes('FROM scratch\nMAINTAINER Ada\n')).toEqual(['MaintainerDeprecated DL4000']);
    expect(codes('FROM scratch\nCMD ["a"]\nCMD ["b"]\n')).toEqual(['MultipleInstructionsDisallowed DL4003']);
  });

  it('is silenced by either name', () => {
    for (const comment of [
      '# hadolint ignore=DL3025',
      '# check=skip=JSONArgsRecommended',
      '# hadolint global ignore=DL3025',
    ])
      expect(codes(`FROM scratch\n${comment}\nCMD serve\n`)).toEqual([]);
    expect(codes('# check=skip=JSONArgsRecommended\nFROM scratch\nCMD serve\n')).toEqual([]);
  });

  it('stays where the name that is silenced is about something else', () => {
    expect(codes('FROM scratch\n# hadolint ignore=DL4004\nCMD ["a"]\nCMD ["b"]\n')).toEqual([
      'MultipleInstructionsDisallowed DL4003',
    ]);
    expect(
      codes('FROM scratch\n# hadolint ignore=DL4004\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\n'),
    ).toHaveLength(0);
  });

  it('is left to the engine where that refuses it', () => {
    expect(codes('RUN ["a"]\nFROM scratch\n')).toEqual([]);
    expect(codes('FROM scratch\nONBUILD FROM scratch\n')).toEqual([]);
  });
});
