import { describe, expect, it } from 'vitest';
import { findings, fixed } from '../../../../../tests/support/dockerfile-lint.js';

const fires = (rule: string, ...text: string[]) =>
  findings(rule, `FROM debian:12\n${text.join('\n')}\n`).length > 0;

describe('commands of RUN', () => {
  it('are none that make no sense in a build (DL3001)', () => {
    expect(fires('DL3001', 'RUN service nginx start')).toBe(true);
    expect(fires('DL3001', 'RUN apt-get install -y ssh && echo top')).toBe(false);
  });

  it('don’t change folder for one step (DL3003)', () => {
    expect(
      findings('DL3003', 'FROM a:1\nRUN cd /x && make && cd /y\n').map(({ message }) => message),
    ).toEqual(['Use WORKDIR /x instead of cd']);
    expect(fires('DL3003', 'WORKDIR /x', 'RUN make -C /y cd')).toBe(false);
  });

  it('run without sudo (DL3004)', () => {
    expect(fires('DL3004', 'RUN sudo -E make')).toBe(true);
    expect(fires('DL3004', 'ONBUILD RUN sudo make')).toBe(true);
    expect(fires('DL3004', 'RUN apt-get install -y sudo')).toBe(false);
  });

  it('download quietly, and in one way (DL3047, DL4001)', () => {
    const url = 'https://host/x';
    expect(fixed('DL3047', `FROM debian:12\nRUN wget -O /x ${url}\n`)).toBe(
      `FROM debian:12\nRUN wget --progress=dot:giga -O /x ${url}\n`,
    );
    expect(findings('DL3047', `FROM alpine:3\nRUN wget ${url}\n`)[0]?.fix).toBeUndefined();
    for (const flags of ['-q', '-nv', '-qO x', '--quiet', '-o log', '--progress=bar'])
      expect(fires('DL3047', `RUN wget ${flags} ${url}`)).toBe(false);
    expect(fires('DL3047', `RUN wget -Oq ${url}`)).toBe(true);
    expect(fires('DL4001', `RUN wget -q ${url}`, `RUN curl ${url}`)).toBe(true);
    expect(fires('DL4001', `RUN wget -q ${url}`, 'FROM a:1', `RUN curl ${url}`)).toBe(false);
  });

  it('leave /bin/sh as it is (DL4005)', () => {
    expect(fires('DL4005', 'RUN ln -sf /bin/bash /bin/sh')).toBe(true);
    expect(fires('DL4005', 'RUN ln -s a b && run /bin/sh')).toBe(false);
  });

  it('notice what fails before a pipe (DL4006)', () => {
    const pipe = 'RUN fetch | unpack';
    expect(fires('DL4006', pipe)).toBe(true);
    expect(fires('DL4006', 'RUN a || b')).toBe(false);
    expect(fires('DL4006', 'SHELL ["/bin/bash", "-euo", "pipefail", "-c"]', pipe)).toBe(false);
    expect(fires('DL4006', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]', 'FROM a:1', pipe)).toBe(true);
    expect(fires('DL4006', 'RUN set -euo pipefail; fetch | unpack')).toBe(false);
    expect(fires('DL4006', 'RUN fetch | unpack; set -o pipefail')).toBe(true);
    expect(fires('DL4006', 'SHELL ["pwsh", "-Command"]', pipe)).toBe(false);
  });

  it('are given a shell that notices by the fix, where the base has one', () => {
    expect(fixed('DL4006', 'FROM alpine:3\nRUN a | b\n')).toBe(
      'FROM alpine:3\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    );
    expect(fixed('DL4006', 'FROM python:3-slim-bookworm\nRUN a | b\n')).toContain('"/bin/bash"');
    expect(findings('DL4006', 'FROM example.org/x:1\nRUN a | b\n')[0]?.fix).toBeUndefined();
  });
});

describe('users', () => {
  it('are not root in the end (DL3002)', () => {
    expect(fires('DL3002', 'USER root:root', 'RUN x')).toBe(true);
    expect(fires('DL3002', 'USER 0', 'USER app')).toBe(false);
    expect(findings('DL3002', 'FROM a:1 AS b\nUSER root\nFROM b\n')).toHaveLength(1);
    expect(findings('DL3002', 'FROM a:1 AS b\nUSER root\nFROM a:1\n')).toEqual([]);
  });

  it('have numbers that are known outside, and not too high (DL3066, DL3046)', () => {
    expect(fires('DL3066', 'USER app')).toBe(true);
    expect(fires('DL3066', 'USER 1000:app') || fires('DL3066', 'USER $UID')).toBe(false);
    expect(fixed('DL3046', 'FROM a:1\nRUN useradd -u 1000000 me\n')).toBe(
      'FROM a:1\nRUN useradd -l -u 1000000 me\n',
    );
    expect(
      fires('DL3046', 'RUN useradd -u 1000 me') || fires('DL3046', 'RUN useradd -u $MY_USER_ID me'),
    ).toBe(false);
  });
});

describe('settings', () => {
  it('name whole folders and real ports (DL3000, DL3011)', () => {
    expect(fires('DL3000', 'WORKDIR app')).toBe(true);
    for (const folder of ['/app', '"/app x"', '$HOME/x', 'C:/app'])
      expect(fires('DL3000', `WORKDIR ${folder}`)).toBe(false);
    expect(fires('DL3011', 'EXPOSE 80 65536/udp') && fires('DL3011', 'EXPOSE 1-70000')).toBe(true);
    expect(fires('DL3011', 'EXPOSE 0 65535 $PORT')).toBe(false);
  });

  it('are given once a stage (DL3012, DL4003, DL4004)', () => {
    const lines = (rule: string, keyword: string) =>
      findings(rule, `FROM a:1\n${keyword} a\n${keyword} b\n${keyword} c\nFROM a:1\n${keyword} d\n`).map(
        ({ line }) => line,
      );
    expect(lines('DL3012', 'HEALTHCHECK CMD')).toEqual([2, 3]);
    expect(lines('DL4003', 'CMD')).toEqual([2, 3]);
    expect(lines('DL4004', 'ENTRYPOINT')).toEqual([2, 3]);
  });

  it('run programs without a shell (DL3025)', () => {
    expect(fires('DL3025', 'CMD serve') && fires('DL3025', 'ONBUILD ENTRYPOINT serve')).toBe(true);
    expect(fires('DL3025', 'CMD ["serve"]') || fires('DL3025', 'HEALTHCHECK CMD serve')).toBe(false);
  });

  it('tell whether a container is well, where that is asked for (DL3057)', () => {
    const asked = { arguments: new Map([['BUILDKIT_DOCKERFILE_CHECK', 'experimental=DL3057']]) };
    const lines = (text: string) => findings('DL3057', text, asked).map(({ line }) => line);
    expect(lines('FROM a:1 AS x\nFROM x AS y\nHEALTHCHECK NONE\nFROM y\nFROM a:1\n')).toEqual([5]);
    expect(findings('DL3057', 'FROM a:1\n')).toEqual([]);
  });

  it('of one ENV don’t refer to each other (DL3044)', () => {
    expect(fires('DL3044', 'ENV A=1 B=${A}2')).toBe(true);
    expect(fires('DL3044', 'ENV A=$A:1 A=$A:2')).toBe(true);
    for (const pairs of ['A=1 B=$AA', 'A=$A:1', 'A=1 B=\\$A', "A=1 B='$A'"])
      expect(fires('DL3044', `ENV ${pairs}`)).toBe(false);
  });

  it('hold no secrets (DL3064)', () => {
    expect(fires('DL3064', 'ENV DB_PASSWORD=x') && fires('DL3064', 'ARG github_token')).toBe(true);
    expect(fires('DL3064', 'ENV KEYBOARD=x')).toBe(false);
  });
});
