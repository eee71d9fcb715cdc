/** sshd on loopback with keys of its own, and an `ssh` for the PATH that knows them: another machine, as far as ssh can tell. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { findFreePort, makeFolder, run, startDaemon } from './processes.js';

export type TestSshServer = {
  /** For `ssh://`: `user@127.0.0.1:port`. */
  readonly address: string;
  readonly port: number;
  /** A folder whose `ssh` is the system's with this server's keys: to be the first of a PATH. */
  readonly programs: string;
  /** Makes what `ssh` is given another: an unknown host, a key that opens nothing. */
  configure(part: { readonly knowsHost?: boolean; readonly hasKey?: boolean }): Promise<void>;
  /** Ends every connection at once, as a network that breaks would; new ones are taken. */
  cut(): Promise<void>;
  /** How many are open. */
  connections(): Promise<number>;
  stop(): Promise<void>;
};

/** @param dockerHost which engine docker finds on the other side. Only inside the sandbox: sshd wants a folder in /run */
export async function startSshServer(dockerHost: string): Promise<TestSshServer> {
  const folder = await makeFolder('ssh');
  const file = (name: string): string => join(folder, name);
  const port = await findFreePort();
  await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  for (const name of ['host', 'user', 'stranger'])
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(name)]);
  await writeFile(file('authorized'), await readFile(file('user.pub')));
  await writeFile(
    file('sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${file('host')}`,
      `AuthorizedKeysFile ${file('authorized')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin yes',
      'PidFile none',
      `SetEnv DOCKER_HOST=${dockerHost}`,
    ].join('\n'),
  );
  const daemon = await startDaemon({
    name: 'sshd',
    command: '/usr/sbin/sshd',
    args: ['-D', '-e', '-f', file('sshd_config')],
    isUp: (log) => log.includes('Server listening'),
  });

  const configure: TestSshServer['configure'] = async ({ knowsHost = true, hasKey = true }) => {
    const [type, key] = (await readFile(file('host.pub'), 'utf8')).split(' ');
    await writeFile(file('known'), knowsHost ? `[127.0.0.1]:${port} ${type} ${key}\n` : '');
    await writeFile(
      file('ssh_config'),
      [
        `UserKnownHostsFile ${file('known')}`,
        'GlobalKnownHostsFile none',
        'StrictHostKeyChecking yes',
        'IdentitiesOnly yes',
        'IdentityAgent none',
        `IdentityFile ${file(hasKey ? 'user' : 'stranger')}`,
      ].join('\n'),
    );
  };
  await configure({});
  await mkdir(file('bin'));
  await writeFile(file('bin/ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F ${file('ssh_config')} "$@"\n`);
  await chmod(file('bin/ssh'), 0o755);

  return {
    address: `${userInfo().username}@127.0.0.1:${port}`,
    port,
    programs: file('bin'),
    configure,
    async cut() {
      // sshd serves each connection in a process below its own.
      await run('pkill', ['-KILL', '-P', String(daemon.pid)]).catch(() => undefined);
    },
    async connections() {
      const below = await run('pgrep', ['-P', String(daemon.pid)]).catch(() => '');
      return below.split('\n').filter(Boolean).length;
    },
    stop: () => daemon.end(),
  };
}
