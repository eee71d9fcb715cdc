/** Starts such a process under plain Node, as tests, benches and tools do. */
import { fork } from 'node:child_process';
import type { ProcessHost } from './host.js';

export type NodeProcessOptions = {
  /** Its entry: a source file, or what was built of it. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
};

/** What Node, keytar and the libraries under it look at; everything else of the environment stays out. */
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

export function nodeProcessHost({ entry, execArgv = [], environment }: NodeProcessOptions): ProcessHost {
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
        // What Electron's utility process says is cloned too, bytes among it.
        serialization: 'advanced',
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
