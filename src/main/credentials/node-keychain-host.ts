/** Runs the keychain process under plain Node, as tests, benches and tools do. */
import { fork } from 'node:child_process';
import type { KeychainHost } from './keychain-protocol.js';

export type NodeKeychainHostOptions = {
  /** The entry, src/main/credentials/keychain-process.ts or what was built of it. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
};

/** What keytar and the libraries under it look at; everything else of the environment stays out. */
const NEEDED = [
  'PATH',
  'HOME',
  'LANG',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'XDG_DATA_HOME',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'SystemRoot',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
];

export function nodeKeychainHost({
  entry,
  execArgv = [],
  environment,
}: NodeKeychainHostOptions): KeychainHost {
  const env = Object.fromEntries(
    NEEDED.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    start() {
      const child = fork(entry, [], {
        env,
        execArgv: [...execArgv],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      return {
        post: (message) => void child.send(message as object, () => undefined),
        onMessage: (listener) => void child.on('message', listener),
        // A process that can't be started at all says `error`, and no `exit`.
        onExit: (listener) => void child.once('exit', listener).once('error', listener),
        kill: () => void child.kill('SIGKILL'),
      };
    },
  };
}
