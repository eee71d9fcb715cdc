/** What can be written where in a Dockerfile, each with what it does in a few words (docs.docker.com/reference/dockerfile). */

import type { Key } from '../../words/index.js';

/** Name, what it does; null: its name says it. */
export type Words = readonly (readonly [
  string,
  Exclude<Extract<Key, `complete.${string}`>, 'complete.stage'> | null,
])[];

export const INSTRUCTIONS: Words = [
  ['FROM', 'complete.instruction.FROM'],
  ['RUN', 'complete.instruction.RUN'],
  ['COPY', 'complete.instruction.COPY'],
  ['ADD', 'complete.instruction.ADD'],
  ['CMD', 'complete.instruction.CMD'],
  ['ENTRYPOINT', 'complete.instruction.ENTRYPOINT'],
  ['ENV', 'complete.instruction.ENV'],
  ['ARG', 'complete.instruction.ARG'],
  ['WORKDIR', 'complete.instruction.WORKDIR'],
  ['USER', 'complete.instruction.USER'],
  ['EXPOSE', 'complete.instruction.EXPOSE'],
  ['VOLUME', 'complete.instruction.VOLUME'],
  ['LABEL', 'complete.instruction.LABEL'],
  ['HEALTHCHECK', 'complete.instruction.HEALTHCHECK'],
  ['SHELL', 'complete.instruction.SHELL'],
  ['STOPSIGNAL', 'complete.instruction.STOPSIGNAL'],
  ['ONBUILD', 'complete.instruction.ONBUILD'],
];

const OWNERSHIP: Words = [
  ['--chown=', 'complete.flag.chown'],
  ['--chmod=', 'complete.flag.chmod'],
  ['--link', 'complete.flag.link'],
  ['--exclude=', 'complete.flag.exclude'],
];

/** By instruction. One that ends in `=` wants a value. */
export const FLAGS: Readonly<Record<string, Words>> = {
  FROM: [['--platform=', 'complete.flag.platform']],
  COPY: [['--from=', 'complete.flag.from'], ...OWNERSHIP, ['--parents', 'complete.flag.parents']],
  ADD: [
    ...OWNERSHIP,
    ['--checksum=', 'complete.flag.checksum'],
    ['--keep-git-dir', 'complete.flag.keep-git-dir'],
    ['--unpack', 'complete.flag.unpack'],
  ],
  RUN: [
    ['--mount=', 'complete.flag.mount'],
    ['--network=', 'complete.flag.network'],
    ['--security=', 'complete.flag.security'],
  ],
  HEALTHCHECK: [
    ['--interval=', 'complete.flag.interval'],
    ['--timeout=', 'complete.flag.timeout'],
    ['--start-period=', 'complete.flag.start-period'],
    ['--start-interval=', 'complete.flag.start-interval'],
    ['--retries=', 'complete.flag.retries'],
  ],
};

/** By flag. */
export const FLAG_VALUES: Readonly<Record<string, Words>> = {
  platform: [
    ['$BUILDPLATFORM', 'complete.platform.build'],
    ['$TARGETPLATFORM', 'complete.platform.target'],
    ['linux/amd64', null],
    ['linux/arm64', null],
  ],
  mount: [
    ['type=cache,target=', 'complete.mount.cache'],
    ['type=secret,id=', 'complete.mount.secret'],
    ['type=bind,target=', 'complete.mount.bind'],
    ['type=ssh', 'complete.mount.ssh'],
    ['type=tmpfs,target=', 'complete.mount.tmpfs'],
  ],
  network: [
    ['default', null],
    ['none', 'complete.value.none'],
    ['host', 'complete.value.host'],
  ],
  security: [
    ['sandbox', null],
    ['insecure', 'complete.value.insecure'],
  ],
};

export const SIGNALS: Words = [
  ['SIGTERM', 'complete.signal.SIGTERM'],
  ['SIGINT', 'complete.signal.SIGINT'],
  ['SIGQUIT', 'complete.signal.SIGQUIT'],
  ['SIGWINCH', 'complete.signal.SIGWINCH'],
  ['SIGHUP', null],
  ['SIGUSR1', null],
  ['SIGKILL', 'complete.signal.SIGKILL'],
];

export const HEALTH: Words = [
  ['CMD', 'complete.health.CMD'],
  ['NONE', 'complete.health.NONE'],
];

export const DIRECTIVES: Words = [
  ['# syntax=docker/dockerfile:1', 'complete.directive.syntax'],
  ['# check=skip=', 'complete.directive.check'],
  ['# escape=`', 'complete.directive.escape'],
];

/** Arguments that BuildKit sets; they count in a stage only after ARG (FROM knows them without). */
export const PLATFORM_ARGUMENTS: Words = [
  ['BUILDPLATFORM', 'complete.argument.BUILDPLATFORM'],
  ['BUILDOS', null],
  ['BUILDARCH', null],
  ['BUILDVARIANT', null],
  ['TARGETPLATFORM', 'complete.argument.TARGETPLATFORM'],
  ['TARGETOS', null],
  ['TARGETARCH', null],
  ['TARGETVARIANT', null],
];
