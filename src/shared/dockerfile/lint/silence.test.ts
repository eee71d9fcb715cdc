import { describe, expect, it } from 'vitest';
import { lint } from '../../../../tests/support/dockerfile-lint.js';

const rulesOf = (text: string, check?: string) =>
  lint(text, check === undefined ? {} : { arguments: new Map([['BUILDKIT_DOCKERFILE_CHECK', check]]) })
    .filter(({ source }) => source === 'buildkit')
    .map(({ rule }) => rule);

const FILE = 'FROM alpine:3 AS Base\nMAINTAINER Ada\nCMD serve\n';
const ALL = ['StageNameCasing', 'MaintainerDeprecated', 'JSONArgsRecommended'];

describe('what a Dockerfile says about its checks', () => {
  it('is followed for the whole file', () => {
    expect(rulesOf(FILE)).toEqual(ALL);
    expect(rulesOf(`# check=skip=MaintainerDeprecated, StageNameCasing\n${FILE}`)).toEqual([
      'JSONArgsRecommended',
    ]);
    expect(rulesOf(`# check=skip=all\n${FILE}`)).toEqual([]);
  });

  it('gives way to what is said from outside', () => {
    expect(rulesOf(`# check=skip=all\n${FILE}`, 'skip=MaintainerDeprecated')).toEqual([
      'StageNameCasing',
      'JSONArgsRecommended',
    ]);
  });

  it('counts for one instruction where it stands right above it', () => {
    expect(rulesOf(FILE.replace('MAINT', '# check=skip=MaintainerDeprecated\nMAINT'))).toEqual([
      'StageNameCasing',
      'JSONArgsRecommended',
    ]);
    expect(rulesOf(FILE.replace('CMD', '# check=skip=all\nCMD'))).toEqual(ALL.slice(0, 2));
    expect(rulesOf(FILE.replace('MAINT', '# check=skip=MaintainerDeprecated\n\nMAINT'))).toEqual(ALL);
  });

  it('can make BuildKit’s findings errors, and no others', () => {
    const found = lint('# check=error=true\nFROM node:20\nCMD serve\n');
    const severities = Object.fromEntries(found.map(({ rule, severity }) => [rule, severity]));
    expect(severities).toMatchObject({ JSONArgsRecommended: 'error', LargeBase: 'info' });
  });

  it('is passed over where it makes no sense', () => {
    expect(rulesOf(`# check=;;=x;skip;error=maybe\n${FILE}`)).toEqual(ALL);
  });
});
