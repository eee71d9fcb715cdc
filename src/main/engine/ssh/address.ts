/** `ssh://user@host:port/path`: as docker/cli cli/connhelper/ssh reads it, and what it becomes on ssh's command line. */

export type SshAddress = {
  readonly user?: string;
  /** A name, an address, or an alias of the user's ssh config. */
  readonly host: string;
  readonly port?: number;
  /** The engine's socket on the other machine; without it, wherever docker there finds it. */
  readonly path?: string;
};

// The words after the host are put together by ssh and read by a shell on the other side.
const SAFE_PATH = /^(?:\/[\w.@+-]+)+$/;
// ssh takes what begins with a dash for an option, and gives `%` and spaces in names a meaning of their own.
const SAFE_NAME = /^[\w.][\w.@+-]*$/;
const SAFE_HOST = /^(?:[\w.][\w.-]*|[\da-f:.]+(?:%[\w.]+)?)$/i;

/** @param text what follows `ssh://`. @returns null when it is no such address, or one that is better not given to ssh */
export function parseSshAddress(text: string): SshAddress | null {
  const address = `ssh://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.password + url.search + url.hash !== '') return null;
  const user = decoded(url.username);
  const host = decoded(url.hostname.replace(/^\[|\]$/g, ''));
  const path = decoded(url.pathname).replace(/\/+$/, '');
  if (!SAFE_HOST.test(host) || (user !== '' && !SAFE_NAME.test(user))) return null;
  if (path !== '' && !SAFE_PATH.test(path)) return null;
  return {
    host,
    ...(user === '' ? {} : { user }),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    ...(path === '' ? {} : { path }),
  };
}

/** What ssh is started with: on the other side, docker joins its standard input and output to the engine's socket. */
export function sshArguments({ user, host, port, path }: SshAddress): readonly string[] {
  return [
    '-T',
    // Nobody could answer a question of ssh's: keys come from the agent or lie open, and hosts are known.
    ...['-o', 'BatchMode=yes'],
    ...['-o', 'ConnectTimeout=20'],
    // A machine that is gone says nothing; ssh then ends after a minute.
    ...['-o', 'ServerAliveInterval=20', '-o', 'ServerAliveCountMax=3'],
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...['--', host, 'docker'],
    ...(path === undefined ? [] : [`--host=unix://${path}`]),
    ...['system', 'dial-stdio'],
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // `%` is in no pattern above but that of an address's zone, which is no URL's.
    return '%';
  }
}
