/** Base images without a network: stand-ins made from busybox, see bases/README.md. */

import { chmod, copyFile, lutimes, mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestEngine } from './engine.js';
import { makeFolder, run } from './processes.js';
import type { TestRegistry } from './registry.js';

/** The references that a Dockerfile in a test may name in FROM. In order: node stands on alpine. */
export const baseReferences = [
  'busybox:1.36',
  'alpine:3.20',
  'debian:stretch-slim',
  'node:6-alpine',
] as const;
type BaseReference = (typeof baseReferences)[number];

const sources = fileURLToPath(new URL('./bases/', import.meta.url));
const busybox = '/bin/busybox';
/** Every file carries this time, so that equal content makes equal layers. */
const fileTime = new Date('2024-01-01T00:00:00Z');

/**
 * Puts the stand-in bases into the registry (as library/…) and into the engine, both by `docker pull` through the
 * engine's mirror. In the user's own engine nothing is replaced: bases that are missing are pulled from Docker Hub.
 * @param engine started with `mirror: registry.host`
 */
export async function installBases(engine: TestEngine, registry: TestRegistry): Promise<void> {
  if (!engine.isPrivate) {
    for (const reference of baseReferences) await pullIfMissing(engine, reference);
    return;
  }
  const folder = await makeFolder('bases');
  try {
    for (const reference of baseReferences) {
      const pushed = `${registry.host}/library/${reference}`;
      const context = await stageContext(join(folder, nameOf(reference)), reference);
      await engine.docker(['build', '--tag', reference, '--tag', pushed, context]);
      await engine.docker(['push', pushed]);
    }
    // What a build here left is not what a pull leaves (digests, cache): start anew from the registry.
    for (const reference of baseReferences) {
      await engine.docker(['rmi', reference, `${registry.host}/library/${reference}`]);
    }
    await engine.docker(['builder', 'prune', '--all', '--force']);
    for (const reference of baseReferences) await engine.docker(['pull', reference]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pullIfMissing(engine: TestEngine, reference: BaseReference): Promise<void> {
  const found = await engine.docker(['images', '--quiet', reference]);
  if (found.trim() === '') await engine.docker(['pull', reference]);
}

function nameOf(reference: BaseReference): string {
  return reference.slice(0, reference.indexOf(':'));
}

/** A build context: the Dockerfile of bases/NAME and, in rootfs/, what the image holds. */
async function stageContext(folder: string, reference: BaseReference): Promise<string> {
  const name = nameOf(reference);
  const root = join(folder, 'rootfs');
  await mkdir(root, { recursive: true });
  await copyFile(join(sources, name, 'Dockerfile'), join(folder, 'Dockerfile'));
  const place = async (source: string, path: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await copyFile(source, join(root, path));
    await chmod(join(root, path), 0o755);
  };
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };

  if (reference !== 'node:6-alpine') await placeBusybox(root, place);
  if (reference !== 'busybox:1.36') await place(join(sources, 'stand-in.sh'), 'usr/lib/stand-in/stand-in.sh');
  switch (reference) {
    case 'busybox:1.36':
      await write('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
      await write('etc/group', 'root:x:0:\n');
      break;
    case 'alpine:3.20':
      await place(join(sources, 'alpine/apk'), 'sbin/apk');
      await place(join(sources, 'alpine/addgroup'), 'usr/sbin/addgroup');
      await place(join(sources, 'alpine/adduser'), 'usr/sbin/adduser');
      await write(
        'etc/os-release',
        'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\n',
      );
      await write('etc/alpine-release', '3.20.3\n');
      await write(
        'etc/passwd',
        'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
      );
      await write('etc/group', 'root:x:0:root\nnobody:x:65534:\n');
      await write('etc/apk/world', 'alpine-baselayout\nbusybox\n');
      await write('lib/apk/db/installed', 'P:alpine-baselayout\nV:3.6.5-r0\n\nP:busybox\nV:1.36.1-r29\n\n');
      await mkdir(join(root, 'var/cache/apk'), { recursive: true });
      break;
    case 'debian:stretch-slim':
      await place(join(sources, 'debian/apt-get'), 'usr/bin/apt-get');
      await place(join(sources, 'debian/apt-key'), 'usr/bin/apt-key');
      await symlink('busybox', join(root, 'bin/bash'));
      await place(busybox, 'lib/x86_64-linux-gnu/libc-2.24.so');
      await place(busybox, 'usr/lib/x86_64-linux-gnu/libstdc++.so.6.0.22');
      await write(
        'etc/os-release',
        'PRETTY_NAME="Debian GNU/Linux 9 (stretch)"\nID=debian\nVERSION_ID="9"\n',
      );
      await write('etc/debian_version', '9.13\n');
      await write(
        'etc/passwd',
        'root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\n',
      );
      await write('etc/group', 'root:x:0:\nwww-data:x:33:\n');
      await write('etc/apt/sources.list', 'deb http://archive.example.org/debian stretch main\n');
      await write('var/lib/dpkg/status', '');
      break;
    case 'node:6-alpine':
      await place(join(sources, 'node/node'), 'usr/local/bin/node');
      await place(join(sources, 'node/npm'), 'usr/local/bin/npm');
      break;
  }
  if (reference !== 'node:6-alpine') await makeCommonFolders(root);
  await setTimes(root);
  return folder;
}

type Place = (source: string, path: string) => Promise<void>;

/** The static busybox, and a link for each program that it is, where a distribution would have it. */
async function placeBusybox(root: string, place: Place): Promise<void> {
  await place(busybox, 'bin/busybox');
  const packageManagers = /\/(?:dpkg|dpkg-deb|rpm|rpm2cpio|busybox)$/;
  const programs = (await run(busybox, ['--list-full']))
    .split('\n')
    .filter((path) => path !== '' && !packageManagers.test(path));
  for (const path of programs) {
    const link = join(root, path);
    await mkdir(dirname(link), { recursive: true });
    await symlink('/bin/busybox', link);
  }
}

async function makeCommonFolders(root: string): Promise<void> {
  for (const path of ['dev', 'etc', 'home', 'proc', 'root', 'run', 'sys', 'usr/local/bin', 'var/log']) {
    await mkdir(join(root, path), { recursive: true });
  }
  for (const path of ['tmp', 'var/tmp']) {
    await mkdir(join(root, path), { recursive: true });
    await chmod(join(root, path), 0o1777);
  }
}

async function setTimes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await setTimes(path);
    else await lutimes(path, fileTime, fileTime);
  }
  await utimes(folder, fileTime, fileTime);
}
