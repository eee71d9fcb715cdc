/** What can be written where in a Dockerfile, each with what it does in a few words (docs.docker.com/reference/dockerfile). */

/** Name, what it does. */
type Words = readonly (readonly [string, string])[];

export const INSTRUCTIONS: Words = [
  ['FROM', 'starts a stage on an image'],
  ['RUN', 'runs a command and keeps what it changed as a layer'],
  ['COPY', 'copies files of the context, a stage or an image'],
  ['ADD', 'copies files, downloads, and unpacks archives'],
  ['CMD', 'what a container runs unless it is told otherwise'],
  ['ENTRYPOINT', 'the program that a container runs'],
  ['ENV', 'sets a variable, in later steps and at run time'],
  ['ARG', 'declares a build argument'],
  ['WORKDIR', 'the folder that what follows happens in'],
  ['USER', 'the user that what follows runs as'],
  ['EXPOSE', 'documents a port'],
  ['VOLUME', 'a folder whose content lives outside the container'],
  ['LABEL', 'a note on the image'],
  ['HEALTHCHECK', 'how to tell whether a container works'],
  ['SHELL', 'what commands in shell form are run by'],
  ['STOPSIGNAL', 'the signal that ends a container'],
  ['ONBUILD', 'an instruction for images built on this one'],
];

const OWNERSHIP: Words = [
  ['--chown=', 'the owner of what is copied'],
  ['--chmod=', 'the permissions of what is copied'],
  ['--link', 'a layer that doesn’t depend on those below'],
  ['--exclude=', 'leaves files out'],
];

/** By instruction. One that ends in `=` wants a value. */
export const FLAGS: Readonly<Record<string, Words>> = {
  FROM: [['--platform=', 'the platform of the image']],
  COPY: [
    ['--from=', 'a stage or image to copy from'],
    ...OWNERSHIP,
    ['--parents', 'keeps the folders above what is copied'],
  ],
  ADD: [
    ...OWNERSHIP,
    ['--checksum=', 'what a download must be'],
    ['--keep-git-dir', 'keeps .git of a repository'],
    ['--unpack', 'whether archives are unpacked'],
  ],
  RUN: [
    ['--mount=', 'a cache, secret or folder for this command only'],
    ['--network=', 'the network of this command'],
    ['--security=', 'sandbox or insecure'],
  ],
  HEALTHCHECK: [
    ['--interval=', 'time between two checks'],
    ['--timeout=', 'time that one check may take'],
    ['--start-period=', 'time in which failures don’t count'],
    ['--start-interval=', 'time between checks while it starts'],
    ['--retries=', 'failures in a row until it is unhealthy'],
  ],
};

/** By flag. */
export const FLAG_VALUES: Readonly<Record<string, Words>> = {
  platform: [
    ['$BUILDPLATFORM', 'of the machine that builds'],
    ['$TARGETPLATFORM', 'of the image that is built'],
    ['linux/amd64', ''],
    ['linux/arm64', ''],
  ],
  mount: [
    ['type=cache,target=', 'a folder kept between builds'],
    ['type=secret,id=', 'a secret, in no layer'],
    ['type=bind,target=', 'files of the context or a stage, read-only'],
    ['type=ssh', 'the ssh agent'],
    ['type=tmpfs,target=', 'a folder in memory'],
  ],
  network: [
    ['default', ''],
    ['none', 'no network'],
    ['host', 'the network of the engine’s host'],
  ],
  security: [
    ['sandbox', ''],
    ['insecure', 'with all privileges'],
  ],
};

export const SIGNALS: Words = [
  ['SIGTERM', 'the usual one'],
  ['SIGINT', 'as Ctrl+C'],
  ['SIGQUIT', 'lets nginx and php-fpm finish what they serve'],
  ['SIGWINCH', 'lets httpd finish what it serves'],
  ['SIGHUP', ''],
  ['SIGUSR1', ''],
  ['SIGKILL', 'can’t be handled: nothing is finished'],
];

export const HEALTH: Words = [
  ['CMD', 'the command that checks'],
  ['NONE', 'switches off what the base image checks'],
];

export const DIRECTIVES: Words = [
  ['# syntax=docker/dockerfile:1', 'the version of the Dockerfile language'],
  ['# check=skip=', 'rules of BuildKit that don’t count here'],
  ['# escape=`', 'what continues a line'],
];

/** Arguments that BuildKit sets; they count in a stage only after ARG (FROM knows them without). */
export const PLATFORM_ARGUMENTS: Words = [
  ['BUILDPLATFORM', 'of the machine that builds: linux/amd64'],
  ['BUILDOS', ''],
  ['BUILDARCH', ''],
  ['BUILDVARIANT', ''],
  ['TARGETPLATFORM', 'of the image that is built: linux/arm64'],
  ['TARGETOS', ''],
  ['TARGETARCH', ''],
  ['TARGETVARIANT', ''],
];
