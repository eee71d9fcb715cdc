/** Runs work in a process of its own, with Electron's means. */
import { utilityProcess } from 'electron';
import { join } from 'node:path';
import type { ProcessPort } from '../processes/index.js';

/** Starts out/main/`file`. What it prints is dropped: nothing near a secret belongs in a log. */
export function startOwnProcess(folder: string, file: string, name: string): ProcessPort {
  const child = utilityProcess.fork(join(folder, file), [], { serviceName: name, stdio: 'ignore' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
