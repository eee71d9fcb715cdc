/** Engines that are installed and don't run: which there are, and how the system starts each. Never through a shell. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineStarter } from '../../shared/contract/engine.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

export type Starter = EngineStarter & { readonly program: string; readonly words: readonly string[] };

export type StarterParts = {
  readonly platform?: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly exists?: (path: string) => boolean;
  /** What a program prints. @throws Error when it is missing, fails or takes longer */
  readonly output?: (program: string, words: readonly string[], limitMs: number) => Promise<string>;
};

const LOOK_LIMIT_MS = 3_000;
/** The system may ask for a password first. */
const START_LIMIT_MS = 120_000;

/** Units that engines come with: of the system, or of the user's own session. */
const UNITS: readonly (readonly [unit: string, name: string, ofUser: boolean])[] = [
  ['docker.service', 'Docker', false],
  ['docker.service', 'Docker, rootless', true],
  ['docker-desktop.service', 'Docker Desktop', true],
  ['podman.socket', 'Podman', true],
];
const MAC_APPS = ['Docker', 'OrbStack', 'Rancher Desktop', 'Podman Desktop'] as const;

/** Those that can be started here; none where the system knows of none. Never throws. */
export async function findStarters(parts: StarterParts): Promise<readonly Starter[]> {
  const { platform = process.platform, environment, exists = existsSync, output = run } = parts;
  if (platform === 'darwin')
    return MAC_APPS.filter((app) => exists(`/Applications/${app}.app`)).map((app) => ({
      id: `app:${app}`,
      name: app === 'Docker' ? 'Docker Desktop' : app,
      program: '/usr/bin/open',
      words: ['-g', '-a', app],
    }));
  if (platform === 'win32') {
    const program = join(
      environment.ProgramFiles ?? 'C:\\Program Files',
      'Docker\\Docker\\Docker Desktop.exe',
    );
    return exists(program) ? [{ id: 'docker-desktop', name: 'Docker Desktop', program, words: [] }] : [];
  }
  const known = await Promise.all(
    UNITS.map(async ([unit, name, ofUser]): Promise<readonly Starter[]> => {
      const whose = ofUser ? ['--user'] : [];
      const state = await output(
        'systemctl',
        [...whose, 'show', '--property=LoadState', '--value', unit],
        LOOK_LIMIT_MS,
      ).catch(() => '');
      if (state.trim() !== 'loaded') return [];
      const id = ofUser ? `user:${unit}` : unit;
      return [{ id, name, program: 'systemctl', words: [...whose, 'start', unit] }];
    }),
  );
  return known.flat();
}

/** Resolves when the system says that it is started. @throws FailureError `not-found`, `denied` */
export async function startEngine(id: string, parts: StarterParts): Promise<void> {
  const starter = (await findStarters(parts)).find((each) => each.id === id);
  if (!starter)
    throw new FailureError({
      code: 'not-found',
      title: say('engineFailures.notStarted'),
      detail: say('engineFailures.notStarted.unknown'),
      remedy: say('engineFailures.notStarted.unknown.remedy'),
    });
  await (parts.output ?? run)(starter.program, starter.words, START_LIMIT_MS).catch((error: unknown) => {
    throw new FailureError({
      code: 'denied',
      title: say('engineFailures.notStarted.named', { name: starter.name }),
      detail: say('engineFailures.notStarted.refused'),
      remedy: say('engineFailures.notStarted.refused.remedy'),
      cause: messageOf(error),
    });
  });
}

function run(program: string, words: readonly string[], limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [...words],
      { timeout: limitMs, windowsHide: true, maxBuffer: 64 * 1024 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(stderr.trim() || error.message, { cause: error }));
        else resolve(stdout);
      },
    );
  });
}
