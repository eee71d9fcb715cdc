/** Child processes for the scripts: run to the end, passing signals on. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program until it ends, with our own standard streams unless told otherwise. A signal that reaches us reaches it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; 128 + n for signal n
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: false, ...options });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * What a program prints, or null when it is missing or fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function output(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout : null;
}

/**
 * For set-up steps: what they print goes to standard error, so that standard output is the script's own answer.
 * @type {import('node:child_process').StdioOptions}
 */
export const aside = ['ignore', 2, 2];

/** npm is a script on Windows, and only a shell starts those. @param {readonly string[]} args */
export function runNpm(args) {
  const options = { stdio: aside };
  const cli = process.env['npm_execpath'];
  if (cli) return run(process.execPath, [cli, ...args], options);
  return process.platform === 'win32'
    ? run('cmd.exe', ['/c', 'npm', ...args], options)
    : run('npm', args, options);
}
