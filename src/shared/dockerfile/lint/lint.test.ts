import { describe, expect, it } from 'vitest';
import { createRandom, mutate } from '../../../../tests/support/dockerfile-fuzz.js';
import { findings, fixed, lint } from '../../../../tests/support/dockerfile-lint.js';

const FILE = [
  ...['# check=experimental=all', 'ARG V=20', 'FROM --platform=linux/amd64 node:$V as Build', 'WORKDIR app'],
  ...[
    'ENV KEY value',
    'ARG GIT_COMMIT',
    'COPY . .',
    'RUN npm ci',
    'RUN apt-get update',
    'RUN apt-get install -y x',
  ],
  ...[
    '',
    'from Build',
    'COPY <<END $nothing/',
    'x $y',
    'END',
    'RUN --mount=type=cache,id=$z <<END',
    'apk add nginx',
  ],
  ...[
    'END',
    'EXPOSE 80/TCP 1:1',
    'MAINTAINER Ada',
    'CMD nginx \\',
    '',
    '  -g',
    'CMD nginx',
    'ONBUILD RUN cd x',
  ],
  '',
].join('\n');

describe('the findings of a Dockerfile', () => {
  it('come in the order of its lines, each with a reason', () => {
    const found = lint(FILE);
    const offsets = found.map(({ range }) => range.start.offset);
    expect(found.length).toBeGreaterThan(20);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    expect(found.filter(({ reason, message }) => reason === '' || message === '')).toEqual([]);
  });

  it('lie where their text is', () => {
    for (const { range, line } of lint(FILE)) {
      expect(range.start.line).toBe(line);
      expect(range.end.offset).toBeLessThanOrEqual(FILE.length);
      expect(FILE.slice(0, range.start.offset).split('\n')).toHaveLength(line);
    }
  });

  it('are there whatever is in the file', () => {
    const random = createRandom(17);
    for (let round = 0; round < 400; round++) lint(mutate(FILE, [FILE], random));
    expect(lint('')).toEqual([]);
  });

  it('can be fixed one after the other until no fix is left', () => {
    let text = FILE;
    for (let round = 0; round < 40; round++) {
      const next = lint(text).find(({ fix }) => fix);
      if (!next) break;
      text = fixed(next.rule, text);
    }
    expect(lint(text).filter(({ fix }) => fix)).toEqual([]);
    expect(findings('ConsistentInstructionCasing', text)).toEqual([]);
  });
});

describe('what a base image may have set', () => {
  const rules = (text: string) =>
    lint(text)
      .filter(({ rule }) => rule === 'UndefinedVar' || rule === 'DL3045')
      .map(({ message }) => message);

  it('is not called undefined where nothing tells what it sets', () => {
    expect(rules('FROM example.org/team/base:1\nUSER $NB_UID\n')).toEqual([]);
    expect(rules('FROM example.org/team/base:1 AS a\nFROM a\nUSER $NB_UID\n')).toEqual([]);
    expect(rules('FROM example.org/team/base:1\nENV PATH=$PAHT:/x\n')).toHaveLength(1);
    expect(rules('FROM alpine:3.20\nUSER $NB_UID\n')).toHaveLength(1);
  });

  it('is no folder in an empty one', () => {
    expect(rules('FROM scratch\nCOPY a .\n')).toEqual([]);
    expect(rules('FROM alpine:3.20\nCOPY a .\n')).toHaveLength(1);
  });
});
