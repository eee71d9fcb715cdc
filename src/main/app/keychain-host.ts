/** Runs the keychain in a process of its own, with Electron's means. */
import { utilityProcess } from 'electron';
import { join } from 'node:path';

/** Starts out/main/keychain.js. What it prints is dropped: nothing near a secret belongs in a log. */
export function startKeychainProcess(folder: string) {
  const child = utilityProcess.fork(join(folder, 'keychain.js'), [], {
    serviceName: 'Strata keychain',
    stdio: 'ignore',
  });
  return {
    post: (message: unknown): void => child.postMessage(message),
    onMessage: (listener: (message: unknown) => void): void => void child.on('message', listener),
    onExit: (listener: () => void): void => void child.once('exit', listener),
    kill: (): void => void child.kill(),
  };
}
