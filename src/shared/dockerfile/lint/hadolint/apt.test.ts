import { describe, expect, it } from 'vitest';
import { findings, fixed } from '../../../../../tests/support/dockerfile-lint.js';

const FROM = 'FROM debian:12\n';
const CLEAN = 'rm -rf /var/lib/apt/lists/*';
const messages = (rule: string, text: string) => findings(rule, FROM + text).map(({ message }) => message);

describe('apt-get without versions (DL3008)', () => {
  it('is mentioned once a command, with the packages and how to pin them', () => {
    expect(
      messages('DL3008', 'RUN apt-get install -y git curl=7.* jq tar\nRUN apt-get -y install a b c d\n'),
    ).toEqual([
      'apt-get installs “git”, “jq”, “tar” in whichever versions are newest: pin them, git=<version>',
      'apt-get installs “a”, “b”, “c” and 1 more in whichever versions are newest: pin them, a=<version>',
    ]);
    const [finding] = findings('DL3008', `${FROM}RUN apt-get install -y \\\n    jq\n`);
    expect([finding?.line, finding?.range.start.column, finding?.range.end.column]).toEqual([3, 5, 7]);
  });

  it('is found in heredocs, conditions, behind sudo and in the exec form', () => {
    expect(messages('DL3008', 'RUN <<EOF\nset -e\napt-get install -y jq\nEOF\n')).toHaveLength(1);
    expect(messages('DL3008', 'RUN if true; then apt-get install -y jq; fi\n')).toHaveLength(1);
    expect(messages('DL3008', 'RUN sudo apt-get install -y jq\n')).toHaveLength(1);
    expect(messages('DL3008', 'RUN ["/bin/bash", "-c", "apt-get install -y jq"]\n')).toHaveLength(1);
    const [inside] = findings('DL3008', `${FROM}RUN <<EOF\nset -e\napt-get install jq\nEOF\n`);
    expect([inside?.line, inside?.range.start.column]).toEqual([4, 17]);
  });

  it('is no matter for files, releases, variables, simulations and other programs', () => {
    for (const text of [
      'apt-get install -y ./a.deb b/stable "$PACKAGES" -t sid c=1',
      'apt-get install -s jq',
      'echo apt-get install jq',
      '<<EOF cat > /x\napt-get install jq\nEOF',
    ])
      expect(messages('DL3008', `RUN ${text}\n`)).toEqual([]);
    expect(messages('DL3008', 'RUN <<EOF\n#!/usr/bin/env python3\napt-get install jq\nEOF\n')).toEqual([]);
  });
});

describe('lists of packages that stay (DL3009)', () => {
  it('are deleted by the fix in the same RUN', () => {
    expect(fixed('DL3009', `${FROM}RUN apt-get update && \\\n    apt-get install -y jq=1\nUSER 1\n`)).toBe(
      `${FROM}RUN apt-get update && \\\n    apt-get install -y jq=1 && ${CLEAN}\nUSER 1\n`,
    );
  });

  it('have no fix where it might not run last', () => {
    for (const text of [
      '(apt-get update)',
      'apt-get update & wait',
      'apt-get update > log',
      'apt-get update; exit 0',
    ])
      expect(findings('DL3009', `${FROM}RUN ${text}\n`).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it('are no matter when they are deleted after, mounted, or left behind in another stage', () => {
    for (const text of [
      `RUN apt-get update && ${CLEAN}`,
      'RUN apt-get update; apt-get dist-clean',
      'RUN --mount=type=cache,target=/var/lib/apt apt-get update',
      'RUN apt-get update\nFROM scratch',
    ])
      expect(messages('DL3009', `${text}\n`)).toEqual([]);
    expect(messages('DL3009', `RUN ${CLEAN} && apt-get update\n`)).toHaveLength(1);
    expect(messages('DL3009', 'RUN apt-get update\nONBUILD RUN apt-get update\nFROM scratch\n')).toHaveLength(
      1,
    );
  });
});

describe('apt-get that asks (DL3014) or takes more than it must (DL3015)', () => {
  it('is answered by the fix', () => {
    expect(fixed('DL3014', `${FROM}RUN apt-get install jq=1\n`)).toBe(`${FROM}RUN apt-get install -y jq=1\n`);
    for (const flags of ['-y', '-qy', '-qq', '-q -q', '-q=2', '--assume-yes', '-o APT::Get::Assume-Yes=true'])
      expect(messages('DL3014', `RUN apt-get ${flags} install jq\n`)).toEqual([]);
    expect(messages('DL3014', 'RUN apt-get -q install jq\n')).toHaveLength(1);
  });

  it('is kept to what is needed by the fix', () => {
    expect(fixed('DL3015', `${FROM}RUN apt-get install -y jq=1\n`)).toBe(
      `${FROM}RUN apt-get install --no-install-recommends -y jq=1\n`,
    );
    expect(messages('DL3015', 'RUN apt-get -o "APT::Install-Recommends=0" install jq\n')).toEqual([]);
  });
});

describe('apt (DL3027)', () => {
  it('becomes apt-get where that does the same', () => {
    expect(fixed('DL3027', `${FROM}RUN apt update && ${CLEAN}\n`)).toBe(
      `${FROM}RUN apt-get update && ${CLEAN}\n`,
    );
    expect(findings('DL3027', `${FROM}RUN apt list\n`)[0]?.fix).toBeUndefined();
  });
});
