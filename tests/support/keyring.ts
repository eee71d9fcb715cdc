/** A system keyring of the run's own: a private D-Bus session with an unlocked gnome-keyring, where no one has to answer. */

import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalled, makeFolder, run, startDaemon, type Daemon } from './processes.js';

export type TestKeyring = {
  /** What a program needs in its environment to find this keyring, and not the user's. */
  readonly env: {
    readonly DBUS_SESSION_BUS_ADDRESS: string;
    readonly XDG_DATA_HOME: string;
    readonly XDG_RUNTIME_DIR: string;
  };
  /**
   * The secret with these attributes, as `secret-tool lookup` prints it, or undefined when there is none.
   * keytar stores under `{ service, account }`.
   */
  search(attributes: Readonly<Record<string, string>>): Promise<string | undefined>;
  /** Locks the login collection, as a screen lock may. No prompt can be answered after that. */
  lock(): Promise<void>;
  /** Ends the keyring's service and leaves the bus, as on a system that has no keyring. */
  stopService(): Promise<void>;
  /** Keeps the service from answering until it is killed or started anew. */
  freezeService(): void;
  /** Ends the service at once (SIGKILL), as a crash would. */
  killService(): Promise<void>;
  /** Starts a service that has ended again, unlocked and with all that it kept. */
  restartService(): Promise<void>;
  stop(): Promise<void>;
};

const loginCollection = '/org/freedesktop/secrets/collection/login';

/** @throws Error when a program is missing or does not come up, with the tail of its log */
export async function startKeyring(): Promise<TestKeyring> {
  for (const program of ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool', 'dbus-send']) {
    if (!isInstalled(program))
      throw new Error(`${program} is not installed (dbus, gnome-keyring, libsecret-tools)`);
  }
  const folder = await makeFolder('keyring');
  const running: Daemon[] = [];
  const stop = async (): Promise<void> => {
    for (const daemon of running.reverse()) await daemon.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const runtime = join(folder, 'runtime');
    const data = join(folder, 'data');
    for (const path of [runtime, data]) await mkdir(path);
    await chmod(runtime, 0o700);

    const env = {
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}`,
      XDG_DATA_HOME: data,
      XDG_RUNTIME_DIR: runtime,
    };
    const whole = { ...process.env, ...env };
    running.push(
      await startDaemon({
        name: 'dbus-daemon',
        command: 'dbus-daemon',
        args: ['--nofork', '--nopidfile', '--print-address', `--config-file=${await writeBusConfig(folder)}`],
        env: whole,
        isUp: (log) => log.includes('unix:'),
      }),
    );
    const startService = async (): Promise<Daemon> => {
      const daemon = await startDaemon({
        name: 'gnome-keyring-daemon',
        command: 'gnome-keyring-daemon',
        args: ['--foreground', '--unlock', '--components=secrets'],
        env: whole,
        // The password is this line. An empty input would make no login collection.
        input: '\n',
        isUp: () => isUnlocked(whole),
      });
      running.push(daemon);
      return daemon;
    };
    let service = await startService();

    return {
      env,
      search: (attributes) => lookUp(attributes, whole),
      lock: async () => {
        await callSecrets(whole, 'Lock', [`array:objpath:${loginCollection}`]);
      },
      stopService: () => service.end(),
      freezeService: () => void process.kill(service.pid, 'SIGSTOP'),
      killService: () => service.end('SIGKILL'),
      restartService: async () => {
        service = await startService();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A session bus that starts nothing by itself but the prompter. With the system's own list of services, the first question
 * would start a second, locked keyring.
 */
async function writeBusConfig(folder: string): Promise<string> {
  const services = join(folder, 'services');
  await mkdir(services);
  const prompter = 'org.gnome.keyring.SystemPrompter.service';
  const installed = join('/usr/share/dbus-1/services', prompter);
  if (existsSync(installed)) await copyFile(installed, join(services, prompter));
  const path = join(folder, 'bus.conf');
  await writeFile(
    path,
    `<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'bus')}</listen>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  return path;
}

/** Calls org.freedesktop.Secret.Service, https://specifications.freedesktop.org/secret-service/latest/ */
function callSecrets(env: NodeJS.ProcessEnv, method: string, args: readonly string[]): Promise<string> {
  return run(
    'dbus-send',
    [
      ...['--session', '--print-reply', '--reply-timeout=5000', '--dest=org.freedesktop.secrets'],
      ...['/org/freedesktop/secrets', `org.freedesktop.Secret.Service.${method}`, ...args],
    ],
    { env },
  );
}

/** @throws Error while the service or its login collection is not there yet */
async function isUnlocked(env: NodeJS.ProcessEnv): Promise<boolean> {
  const reply = await run(
    'dbus-send',
    [
      ...[
        '--session',
        '--print-reply',
        '--reply-timeout=2000',
        '--dest=org.freedesktop.secrets',
        loginCollection,
      ],
      ...['org.freedesktop.DBus.Properties.Get', 'string:org.freedesktop.Secret.Collection', 'string:Locked'],
    ],
    { env },
  );
  return reply.includes('boolean false');
}

async function lookUp(
  attributes: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    return await run('secret-tool', ['lookup', ...Object.entries(attributes).flat()], { env });
  } catch (error) {
    // It ends with 1 and says nothing when there is no such secret; anything it says is a failure.
    if (error instanceof Error && error.message.endsWith('ended with 1:\n')) return undefined;
    throw error;
  }
}
