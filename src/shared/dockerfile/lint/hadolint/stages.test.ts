import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../parse.js';
import { modelOf } from '../model.js';
import { hadolintRules } from './index.js';
import { findings, fixed, lint } from '../../../../../tests/support/dockerfile-lint.js';

const lines = (rule: string, ...text: string[]) =>
  findings(rule, `${text.join('\n')}\n`).map(({ line }) => line);

/** The lines that a rule finds, of which the list of findings has what the engine says instead. */
function refused(rule: string, ...written: string[]): readonly number[] {
  const text = `${written.join('\n')}\n`;
  const model = modelOf(parseDockerfile(text), text, {});
  const problems = hadolintRules.find(({ name }) => name === rule)?.check(model) ?? [];
  return [...problems].map(({ range }) => range.start.line);
}

describe('the image that a stage is built on', () => {
  it('has a version (DL3006, DL3007)', () => {
    const file = [
      'FROM debian',
      'FROM debian:latest AS a',
      'FROM host:5000/x',
      'FROM a',
      'FROM scratch',
      'FROM $BASE',
    ];
    expect(lines('DL3006', ...file)).toEqual([1, 3]);
    expect(lines('DL3007', ...file, 'FROM debian:latest@sha256:ab')).toEqual([2]);
  });

  it('is of the platform that is built for (DL3029, DL3065)', () => {
    const file = [
      'FROM --platform=linux/amd64 a:1',
      'FROM --platform=$BUILDPLATFORM a:1',
      'FROM --platform=${TARGETPLATFORM} a:1',
    ];
    expect(lines('DL3029', ...file)).toEqual([1]);
    expect(lines('DL3065', ...file)).toEqual([3]);
  });

  it('comes from a registry that is allowed (DL3026)', () => {
    const text =
      'FROM alpine:3 AS a\nFROM eu.example.org/x:1\nFROM a\nCOPY --from=evil.net/y:1 /z /\nCOPY --from=a /z /\nRUN --mount=type=bind,from=evil.net/y,target=/y ls\n';
    const refused = (...allowedRegistries: string[]) =>
      findings('DL3026', text, { hadolint: { allowedRegistries } }).map(({ line }) => line);
    expect(refused()).toEqual([]);
    expect(refused('*')).toEqual([]);
    expect(refused('docker.io')).toEqual([2, 4, 6]);
    expect(refused('*.example.org', 'docker.io')).toEqual([4, 6]);
    expect(refused('eu.*.org')).toEqual([1, 4, 6]);
  });
});

describe('the name of a stage', () => {
  it('is its own, and no word of the builder’s (DL3024, DL3063)', () => {
    const file = ['FROM a:1 AS x', 'FROM a:1 AS X', 'FROM a:1 AS context', 'FROM a:1'];
    expect(lines('DL3024', ...file)).toEqual([2]);
    expect(lines('DL3063', ...file)).toEqual([3]);
  });

  it('is known where files are copied from it (DL3022, DL3023)', () => {
    const file = [
      ...['FROM a:1 AS x', 'COPY --from=x / /y', 'COPY --from=0 / /y', 'COPY --from=z / /y'],
      ...[
        'FROM a:1 AS z',
        'COPY --from=x / /y',
        'COPY --from=0 / /y',
        'COPY --from=img:1 / /y',
        'COPY --from=me/img / /y',
      ],
    ];
    expect(lines('DL3022', ...file)).toEqual([2, 3, 4]);
    expect(lines('DL3023', ...file)).toEqual([2]);
  });
});

describe('what is copied', () => {
  it('needs COPY, not ADD (DL3020)', () => {
    const text = 'FROM a:1\nADD app.conf /etc/\n';
    expect(fixed('DL3020', text)).toBe('FROM a:1\nCOPY app.conf /etc/\n');
    expect(
      lines(
        'DL3020',
        'ADD x.tar.gz /',
        'ADD https://host/x /',
        'ADD git@host:x.git /',
        'ADD $X /',
        'ADD x.zip /',
      ),
    ).toEqual([5]);
  });

  it('goes into a folder when it is several files (DL3021)', () => {
    expect(fixed('DL3021', 'FROM a:1\nCOPY x y /z\n')).toBe('FROM a:1\nCOPY x y /z/\n');
    expect(
      lines('DL3021', 'COPY x y /z/', 'COPY x y .', 'COPY x y $Z', 'COPY x z', 'COPY ["x", "y", "z"]'),
    ).toEqual([5]);
    expect(findings('DL3021', 'FROM a:1\nCOPY ["x", "y", "/z"]\n')[0]?.fix).toBeUndefined();
  });

  it('goes to a folder that is known (DL3045)', () => {
    expect(
      lines(
        'DL3045',
        'FROM a:1 AS x',
        'COPY x y',
        'WORKDIR /z',
        'COPY x y',
        'FROM x',
        'COPY x y',
        'FROM a:1',
        'COPY x .',
      ),
    ).toEqual([2, 8]);
    expect(lines('DL3045', 'COPY x /y', 'COPY x c:\\y', 'COPY x "$Y/z"', 'COPY x ${Y}')).toEqual([]);
  });

  it('is not another stage whole (DL3067)', () => {
    expect(lines('DL3067', 'COPY --from=x / /', 'COPY --from=x /a /', 'COPY / /')).toEqual([1]);
  });

  it('is no archive to be unpacked by hand (DL3010)', () => {
    expect(
      lines(
        'DL3010',
        'COPY a/x.tgz /tmp/',
        'RUN tar xzf /tmp/x.tgz',
        'COPY y.tar.xz /z.tar.xz',
        'RUN tar -x -f /z.tar.xz',
      ),
    ).toEqual([1, 3]);
    expect(lines('DL3010', 'COPY --from=b x.tgz /tmp/', 'RUN tar xzf /tmp/x.tgz')).toEqual([]);
    expect(
      lines('DL3010', 'COPY x.tgz /tmp/', 'RUN tar czf /tmp/x.tgz /y', 'FROM a:1', 'RUN tar xf x.tgz'),
    ).toEqual([]);
  });
});

describe('where instructions stand', () => {
  it('is below FROM, but for ARG (DL3061)', () => {
    expect(refused('DL3061', 'ARG A=1', 'LABEL a=b', 'FROM a:$A', 'LABEL c=d')).toEqual([2]);
  });

  it('is not in ONBUILD for those that it can’t keep (DL3043)', () => {
    expect(
      refused(
        'DL3043',
        'FROM a:1',
        'ONBUILD RUN x',
        'ONBUILD FROM b',
        'ONBUILD ONBUILD RUN x',
        'ONBUILD MAINTAINER me',
      ),
    ).toEqual([3, 4, 5]);
  });

  it('is in one RUN for single commands in a row (DL3059)', () => {
    expect(
      lines(
        'DL3059',
        'RUN a',
        '# why',
        'RUN b',
        'USER 1',
        'RUN c',
        'RUN d && e',
        'RUN --network=none f',
        'RUN g',
      ),
    ).toEqual([3]);
    expect(lines('DL3059', 'FROM a:1', 'SHELL ["pwsh", "-c"]', 'RUN a', 'RUN b')).toEqual([]);
  });

  it('is told in a label, not by MAINTAINER (DL4000)', () => {
    expect(lines('DL4000', 'FROM a:1', 'MAINTAINER me')).toEqual([2]);
  });
});

describe('comments of hadolint', () => {
  it('silence its rules for a line, or for the whole file', () => {
    const file = 'FROM a\n# hadolint ignore=DL3004,DL3008\nRUN sudo apt-get install -y x\nRUN sudo y\n';
    expect(
      lint(file)
        .filter(({ rule }) => rule === 'DL3004')
        .map(({ line }) => line),
    ).toEqual([4]);
    expect(findings('DL3006', `# hadolint global ignore=DL3006\n${file}`)).toEqual([]);
  });

  it('are found themselves where that is asked for (DL1001)', () => {
    const asked = { arguments: new Map([['BUILDKIT_DOCKERFILE_CHECK', 'experimental=DL1001']]) };
    const file =
      '# hadolint global ignore=DL3006\nFROM a:1\n# hadolint ignore=DL3059\nRUN x\n# plain\nRUN y\n';
    expect(findings('DL1001', file, asked).map(({ line }) => line)).toEqual([3]);
    expect(findings('DL1001', file)).toEqual([]);
  });
});
