/** The line that does in a terminal what a build here does. Pure. As docker/cli's `docker build` takes it. */
import { looksSecret } from './build-privacy.js';
import type { BuildOptions } from './contract/build-options.js';

/** How words are quoted: as a POSIX shell reads them, or PowerShell. */
export type Shell = 'posix' | 'powershell';

/**
 * `DOCKER_BUILDKIT=1 docker build …`, in one line. Arguments whose names say that they are secrets are named without
 * their value: docker then takes it from the environment.
 */
export function dockerCommand(options: BuildOptions, shell: Shell = 'posix'): string {
  const { folder, dockerfile } = options;
  const file = `${folder.replace(/[\\/]+$/, '')}/${dockerfile}`;
  const words = [
    'docker',
    'build',
    ...[options.imageName, ...options.extraTags].flatMap((name) => ['--tag', name]),
    ...(dockerfile === 'Dockerfile' ? [] : ['--file', file]),
    ...(options.target ? ['--target', options.target] : []),
    ...(options.platform ? ['--platform', options.platform] : []),
    ...options.arguments.flatMap(({ name, value }) => [
      '--build-arg',
      looksSecret(name) ? name : `${name}=${value}`,
    ]),
    ...options.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
    ...options.secrets.flatMap(({ id, from, source }) => [
      '--secret',
      from === 'file' ? `id=${id},src=${wholePath(folder, source)}` : `id=${id},env=${source}`,
    ]),
    ...(options.sshAgent ? ['--ssh', 'default'] : []),
    ...(options.network === 'default' ? [] : ['--network', options.network]),
    ...options.cacheFrom.flatMap((image) => ['--cache-from', image]),
    ...(options.ignoreCache
      ? options.ignoreCacheOf
        ? ['--no-cache-filter', options.ignoreCacheOf]
        : ['--no-cache']
      : []),
    ...(options.pullBase ? ['--pull'] : []),
    folder,
  ];
  const line = words.map((word) => shellWord(word, shell)).join(' ');
  return shell === 'posix' ? `DOCKER_BUILDKIT=1 ${line}` : `$env:DOCKER_BUILDKIT=1; ${line}`;
}

const wholePath = (folder: string, path: string): string =>
  /^(?:[\\/]|[a-z]:[\\/])/i.test(path) ? path : `${folder.replace(/[\\/]+$/, '')}/${path}`;

/** A word as `shell` takes it: quoted only when it must be. */
export function shellWord(word: string, shell: Shell = 'posix'): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", shell === 'posix' ? `'\\''` : "''")}'`;
}
