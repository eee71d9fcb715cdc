/** docker-credential-strata as docker finds it: a small script that starts this installation for one answer. */
import { lstat, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { writeFileAtomic } from '../../files/index.js';

const NAME = 'docker-credential-strata';
/** By which Strata knows a script for its own. */
const MARK = 'Written by Strata. Switched off in Strata’s settings.';

export type Launcher = {
  /** Where it is, or will be. */
  readonly path: string;
  /** @throws FailureError `conflict` when something else has its name */
  readonly install: () => Promise<void>;
  /** Has it start this installation, if it is there: the app may have moved since. */
  readonly refresh: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type LauncherOptions = {
  /** Strata's own folder. */
  readonly home: string;
  /** The program and what comes before the protocol's own word. */
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
};

export function createLauncher({
  home,
  command,
  environment,
  platform = process.platform,
}: LauncherOptions): Launcher {
  const isWindows = platform === 'win32';
  const path = join(folderFor(home, environment, isWindows), isWindows ? `${NAME}.cmd` : NAME);

  const script = isWindows ? windowsScript(home, command) : shellScript(home, command);

  const isOwn = async (): Promise<boolean> => (await readFile(path, 'utf8').catch(() => '')).includes(MARK);

  return {
    path,
    async install() {
      const isThere = (await lstat(path).catch(() => null)) !== null;
      if (isThere && !(await isOwn())) throw new FailureError(taken(path));
      await writeFileAtomic(path, script, 0o755);
    },
    async refresh() {
      if ((await isOwn()) && (await readFile(path, 'utf8')) !== script)
        await writeFileAtomic(path, script, 0o755);
    },
    async remove() {
      if (await isOwn()) await rm(path, { force: true });
    },
  };
}

/** A folder of the user's in which programs are looked for; Strata's own when there is none. */
function folderFor(home: string, environment: NodeJS.ProcessEnv, isWindows: boolean): string {
  const searched = (environment.PATH ?? '').split(delimiter);
  const user = environment.HOME ?? '';
  const candidates = isWindows || user === '' ? [] : [join(user, '.local', 'bin'), join(user, 'bin')];
  return candidates.find((folder) => searched.includes(folder)) ?? join(home, 'bin');
}

function shellScript(home: string, command: readonly string[]): string {
  const words = command.map(quoted).join(' ');
  return [
    '#!/bin/sh',
    `# ${MARK}`,
    'unset ELECTRON_RUN_AS_NODE NODE_OPTIONS',
    `STRATA_HOME=${quoted(home)}; export STRATA_HOME`,
    '# What Chromium says of displays is nobody’s answer.',
    `exec ${words} "$@" 2>/dev/null`,
    '',
  ].join('\n');
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

function windowsScript(home: string, command: readonly string[]): string {
  const words = command.map((word) => `"${word.replaceAll('%', '%%')}"`).join(' ');
  return [
    '@echo off',
    `rem ${MARK}`,
    'set ELECTRON_RUN_AS_NODE=',
    `set "STRATA_HOME=${home.replaceAll('%', '%%')}"`,
    `${words} %* 2>nul`,
    '',
  ].join('\r\n');
}

const taken = (path: string) =>
  ({
    code: 'conflict',
    title: say('credentialFailures.launcher'),
    detail: say('credentialFailures.launcher.detail', { path }),
    remedy: say('credentialFailures.launcher.remedy'),
  }) as const;
