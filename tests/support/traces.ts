/** What a run could leave behind on the system: processes, mounts, network links, files and cgroups. */

import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each trace is one line: `process 812 dockerd --host …`, `mount tmpfs /tmp`, `link docker0`, `file /run/docker`. */
export type Traces = ReadonlySet<string>;

const cgroupRoot = '/sys/fs/cgroup';

/** @returns all that is there now, as far as this process's namespaces show it (Linux) */
export async function readTraces(): Promise<Traces> {
  const lines = await Promise.all([readProcesses(), readMounts(), readLinks(), readFiles()]);
  return new Set(lines.flat());
}

/** @returns what is in the second but was not in the first */
export function newTraces(before: Traces, after: Traces): string[] {
  return [...after].filter((trace) => !before.has(trace));
}

/** @returns the folders of the control groups with this name, which belong to no namespace */
export async function findCgroups(name: string): Promise<string[]> {
  const found: string[] = [];
  for (const controller of await list(cgroupRoot)) {
    if (controller === name) found.push(join(cgroupRoot, controller));
    if ((await list(join(cgroupRoot, controller))).includes(name))
      found.push(join(cgroupRoot, controller, name));
  }
  return found;
}

async function readProcesses(): Promise<string[]> {
  const lines: string[] = [];
  for (const pid of (await list('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
    if (command !== undefined)
      lines.push(`process ${pid} ${command.replaceAll('\0', ' ').slice(0, 200).trim()}`);
  }
  return lines;
}

async function readMounts(): Promise<string[]> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).trim().split('\n');
  return mounts.map((line) => `mount ${line.split(' ').slice(0, 2).join(' ')}`);
}

async function readLinks(): Promise<string[]> {
  const lines = (await readFile('/proc/self/net/dev', 'utf8')).split('\n').slice(2);
  return lines.filter(Boolean).map((line) => `link ${line.slice(0, line.indexOf(':')).trim()}`);
}

async function readFiles(): Promise<string[]> {
  const own = process.env.STRATA_SANDBOX_DIR;
  const folders = ['/tmp', tmpdir(), '/run', '/run/docker', '/etc/docker', '/dev/shm', '/mnt', '/var/lib'];
  const lines: string[] = [];
  for (const folder of own === undefined ? folders : [...folders, own]) {
    for (const name of await list(folder)) lines.push(`file ${join(folder, name)}`);
  }
  return lines;
}

function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
