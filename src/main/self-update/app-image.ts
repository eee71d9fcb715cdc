/**
 * An AppImage in the place of another. electron-updater removes the old one before it moves the new one there: between two file systems,
 * with a full disk, neither is left. Here the old one is there until the new one lies beside it, whole.
 */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type NewAppImage = {
  /** What was downloaded. */
  readonly source: string;
  /** What was signed, in base64. */
  readonly sha512: string;
  /** What runs: `$APPIMAGE`. */
  readonly image: string;
};

/** Until the new one is there and has started. @throws Error of node:fs or node:child_process: what ran is where it was */
export async function installAppImage({ source, sha512, image }: NewAppImage): Promise<void> {
  const old = await realpath(image);
  const folder = dirname(old);
  // A name that somebody chose stays; one that tells a version would lie.
  const target = /\d+\.\d+\.\d+/.test(basename(old)) ? join(folder, basename(source)) : old;
  const beside = join(folder, `.${basename(target)}.${randomUUID()}`);
  try {
    await copyWhole(source, sha512, beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  try {
    await start(target);
  } catch (error) {
    if (target !== old) await rm(target, { force: true });
    throw error;
  }
  if (target !== old) await rm(old, { force: true });
}

/** To the disk, not only to its cache; and held against what was signed, so that nothing is looked at twice. */
async function copyWhole(source: string, sha512: string, target: string): Promise<void> {
  const hash = createHash('sha512');
  const file = await open(target, 'wx', 0o700);
  try {
    for await (const chunk of createReadStream(source) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (hash.digest('base64') !== sha512) throw new Error(`${source} is not what was signed`);
    await file.chmod(0o755);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function start(image: string): Promise<void> {
  const env = { ...process.env, APPIMAGE_SILENT_INSTALL: 'true' };
  const child = spawn(image, [], { detached: true, stdio: 'ignore', env });
  await once(child, 'spawn');
  child.unref();
}
