import { describe, expect, it } from 'vitest';
import { findings, fixed } from '../../../../../tests/support/dockerfile-lint.js';
import type { LintOptions } from '../index.js';

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');
const messages = (rule: string, text: string, options?: LintOptions) =>
  findings(rule, text, options).map(({ line, message }) => `${String(line)} ${message}`);

const ignoring = (...paths: readonly string[]): LintOptions => ({
  ignoreFile: { excludes: (path) => paths.includes(path), hasExceptions: false },
});

describe('BuildKit’s checks', () => {
  it.each<[rule: string, text: string, found: readonly string[], options?: LintOptions]>([
    ['StageNameCasing', 'FROM a AS Build', ["1 Stage name 'Build' should be lowercase"]],
    ['StageNameCasing', 'FROM a AS build', []],
    ['FromAsCasing', 'from a AS b', ["1 'AS' and 'from' keywords' casing do not match"]],
    ['FromAsCasing', 'From a As b', []],
    ['NoEmptyContinuation', 'FROM a\nRUN x \\\n\n  y', ['4 Empty continuation line']],
    ['NoEmptyContinuation', 'FROM a\nRUN x \\\n  # why\n  y\n\nRUN <<END\n\nz\nEND', []],
    [
      'ConsistentInstructionCasing',
      'FROM a\nRUN x\nrun y\nCmd ["z"]',
      [
        "3 Command 'run' should match the case of the command majority (uppercase)",
        "4 Command 'Cmd' should match the case of the command majority (uppercase)",
      ],
    ],
    ['ConsistentInstructionCasing', 'from a\nrun x', []],
    [
      'DuplicateStageName',
      'FROM a AS b\nFROM c AS B',
      ['2 Duplicate stage name "b", stage names should be unique'],
    ],
    ['DuplicateStageName', 'FROM a AS b\nFROM b AS c\nFROM c', []],
    [
      'ReservedStageName',
      'FROM a AS context',
      ['1 Stage name should not use the same name as reserved stage "context"'],
    ],
    ['ReservedStageName', 'FROM scratch AS empty', []],
    [
      'JSONArgsRecommended',
      'FROM a\nCMD serve --all',
      ['2 JSON arguments recommended for CMD to prevent unintended behavior related to OS signals'],
    ],
    ['JSONArgsRecommended', 'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nFROM b\nENTRYPOINT serve', []],
    ['JSONArgsRecommended', 'FROM a\nCMD ["serve"]', []],
    [
      'MaintainerDeprecated',
      'FROM a\nMAINTAINER Ada',
      ['2 Maintainer instruction is deprecated in favor of using label'],
    ],
    ['MaintainerDeprecated', 'FROM a\nLABEL maintainer=Ada', []],
    [
      'UndefinedArgInFrom',
      'ARG VERSION=1\nFROM a:$VERSON',
      ["2 FROM argument 'VERSON' is not declared (did you mean VERSION?)"],
    ],
    ['UndefinedArgInFrom', 'ARG V\nFROM --platform=$BUILDPLATFORM a:1$V', []],
    [
      'WorkdirRelativePath',
      'FROM a\nWORKDIR app\nWORKDIR deeper',
      ['2 Relative workdir "app" can have unexpected results if the base image changes'],
    ],
    ['WorkdirRelativePath', 'FROM a AS b\nWORKDIR /app\nFROM b\nWORKDIR more', []],
    [
      'UndefinedVar',
      'FROM alpine\nENV SOURCE=src\nCOPY $SOURC .',
      ["3 Usage of undefined variable '$SOURC' (did you mean $SOURCE?)"],
    ],
    ['UndefinedVar', 'FROM alpine\nCOPY $src .\nARG src', ["2 Usage of undefined variable '$src'"]],
    ['UndefinedVar', 'FROM alpine\nARG A=$B', ["2 Usage of undefined variable '$B'"]],
    ['UndefinedVar', 'FROM node\nLABEL v=$NODE_VERSION p=$PATH', []],
    ['UndefinedVar', 'FROM a AS b\nARG src=x\nFROM b\nCOPY $src .\nRUN echo $other', []],
    [
      'MultipleInstructionsDisallowed',
      'FROM a\nCMD ["x"]\nCMD ["y"]',
      [
        '2 Multiple CMD instructions should not be used in the same stage because only the last one will be used',
      ],
    ],
    ['MultipleInstructionsDisallowed', 'FROM a\nCMD ["x"]\nFROM b\nCMD ["y"]', []],
    [
      'LegacyKeyValueFormat',
      'FROM a\nENV A b c',
      ['2 "ENV key=value" should be used instead of legacy "ENV key value" format'],
    ],
    [
      'LegacyKeyValueFormat',
      'FROM a\nARG name value',
      ['2 "ARG key=value" should be used instead of legacy "ARG key value" format'],
    ],
    ['LegacyKeyValueFormat', 'FROM a\nENV A=b\nARG TARGETOS TARGETARCH\nARG x y\nRUN echo $y', []],
    [
      'InvalidBaseImagePlatform',
      'FROM a:1',
      ['1 Base image a:1 was pulled with platform "linux/arm64", expected "linux/amd64" for current build'],
      { platformOf: () => 'linux/arm64', targetPlatform: 'linux/amd64' },
    ],
    [
      'InvalidBaseImagePlatform',
      'FROM a:1',
      [],
      { platformOf: () => 'linux/amd64', targetPlatform: 'linux/x86_64' },
    ],
    [
      'RedundantTargetPlatform',
      'FROM --platform=$TARGETPLATFORM a',
      [
        '1 Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
      ],
    ],
    ['RedundantTargetPlatform', 'FROM --platform=$BUILDPLATFORM a', []],
    [
      'SecretsUsedInArgOrEnv',
      'FROM a\nARG API_KEY\nENV token=x PUBLIC_KEY=y PASSWORD_FILE=z',
      [
        '2 Do not use ARG or ENV instructions for sensitive data (ARG "API_KEY")',
        '3 Do not use ARG or ENV instructions for sensitive data (ENV "token")',
      ],
    ],
    ['SecretsUsedInArgOrEnv', 'ARG TOKEN\nFROM a\nENV AUTHOR=x', []],
    [
      'InvalidDefaultArgInFrom',
      'ARG TAG\nFROM a:${TAG}',
      ['2 Default value for ARG a:${TAG} results in empty or invalid base image name'],
      { arguments: new Map([['TAG', '1']]) },
    ],
    ['InvalidDefaultArgInFrom', 'ARG TAG=1\nFROM a:${TAG}', []],
    [
      'FromPlatformFlagConstDisallowed',
      'FROM --platform=linux/arm64 a AS b',
      ['1 FROM --platform flag should not use constant value "linux/arm64"'],
    ],
    ['FromPlatformFlagConstDisallowed', 'FROM --platform=linux/x86_64 a AS for-amd64', []],
    [
      'CopyIgnoredFile',
      'FROM a\nCOPY ./x y /\nADD x /',
      [
        '2 Attempting to Copy file "x" that is excluded by .dockerignore',
        '3 Attempting to Add file "x" that is excluded by .dockerignore',
      ],
      ignoring('x'),
    ],
    [
      'CopyIgnoredFile',
      'FROM a AS b\nCOPY --from=c x /\nCOPY <<x /\nx\nADD https://x/x /',
      [],
      ignoring('x'),
    ],
    [
      'InvalidDefinitionDescription',
      '# check=experimental=all\n# what it is\nFROM a AS b',
      ['3 Comment for FROM should follow the format: `# b <description>`'],
    ],
    ['InvalidDefinitionDescription', '# what it is\nFROM a AS b', []],
    [
      'ExposeProtoCasing',
      'FROM a\nEXPOSE 80/TCP 81/udp',
      ["2 Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"],
    ],
    [
      'ExposeInvalidFormat',
      'FROM a\nARG P=90\nEXPOSE 80:8080 $P 1.2.3.4:1:1',
      [
        "3 EXPOSE instruction should not define an IP address or host-port mapping, found '80:8080'",
        "3 EXPOSE instruction should not define an IP address or host-port mapping, found '1.2.3.4:1:1'",
      ],
    ],
  ])('%s on %j', (rule, text, found, options) => {
    expect(messages(rule, text, options)).toEqual(found);
  });

  it.each<[rule: string, text: string, after: string]>([
    ['StageNameCasing', lines('FROM a:1 AS Build'), lines('FROM a:1 AS build')],
    ['FromAsCasing', lines('FROM a:1 as b'), lines('FROM a:1 AS b')],
    [
      'NoEmptyContinuation',
      lines('FROM a:1', 'COPY x \\', '', ' \t', '  /y/'),
      lines('FROM a:1', 'COPY x \\', '  /y/'),
    ],
    [
      'ConsistentInstructionCasing',
      lines('from a:1 as b', 'COPY x /y/', 'LABEL z=1'),
      lines('FROM a:1 AS b', 'COPY x /y/', 'LABEL z=1'),
    ],
    [
      'JSONArgsRecommended',
      lines('FROM a:1', 'CMD serve --port=80'),
      lines('FROM a:1', 'CMD ["serve", "--port=80"]'),
    ],
    [
      'MaintainerDeprecated',
      lines('FROM a:1', 'MAINTAINER Ada <ada@example.org>'),
      lines('FROM a:1', 'LABEL org.opencontainers.image.authors="Ada <ada@example.org>"'),
    ],
    ['WorkdirRelativePath', lines('FROM scratch', 'WORKDIR app'), lines('FROM scratch', 'WORKDIR /app')],
    [
      'MultipleInstructionsDisallowed',
      lines('FROM a:1', 'CMD ["x", \\', '  "y"]', 'CMD ["z"]'),
      lines('FROM a:1', 'CMD ["z"]'),
    ],
    ['LegacyKeyValueFormat', lines('FROM a:1', 'ENV A b c'), lines('FROM a:1', 'ENV A="b c"')],
    ['LegacyKeyValueFormat', lines('FROM a:1', 'LABEL a b'), lines('FROM a:1', 'LABEL a=b')],
    ['RedundantTargetPlatform', lines('FROM --platform=$TARGETPLATFORM  a:1 AS b'), lines('FROM a:1 AS b')],
    ['ExposeProtoCasing', lines('FROM a:1', 'EXPOSE 80/TCP'), lines('FROM a:1', 'EXPOSE 80/tcp')],
    ['ExposeInvalidFormat', lines('FROM a:1', 'EXPOSE 80:8080/udp'), lines('FROM a:1', 'EXPOSE 8080/udp')],
  ])('%s is fixed: %j', (rule, text, after) => {
    expect(fixed(rule, text)).toBe(after);
  });

  it.each<[rule: string, text: string]>([
    ['JSONArgsRecommended', 'FROM a\nCMD cd /x && serve'],
    ['JSONArgsRecommended', 'FROM a\nCMD serve $PORT'],
    ['MaintainerDeprecated', 'FROM a\nMAINTAINER "Ada"'],
    ['WorkdirRelativePath', 'FROM a\nWORKDIR app'],
    ['LegacyKeyValueFormat', 'FROM a\nENV A "b" c'],
    ['ExposeInvalidFormat', 'FROM a\nARG P=80:80\nEXPOSE $P'],
  ])('%s offers no fix where it might change what is meant: %j', (rule, text) => {
    const [finding] = findings(rule, text);
    expect(finding).toBeDefined();
    expect(finding?.fix).toBeUndefined();
  });
});
