/**
 * Changes docker's config in one step: the old file or the new, never half, with its mode and owner, links followed.
 * Docker takes no lock (docker/cli cli/config/configfile/file.go: Save), so what others write at the same time is looked for:
 * a draft beside the file, another text than was read, and after the change whether it is still there.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FailureError, messageOf } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { codeOf, followed, READ_AT_ONCE, readPlain } from './config-place.js';

/** How long others are waited for, and how old a draft of theirs is taken for one that nobody finishes. */
const PATIENCE_MS = 15_000;
const ABANDONED_MS = 10_000;
/** Docker makes a draft, fills and renames it: more than this. A little longer at every try, for disks that are slow. */
const SHORTER_THAN_A_SAVE_MS = 0.035;
const SLOWER = 1.05;
const PAUSE_MS = 8;
const DRAFT_END = '.strata-draft';

export type Rewrite = {
  readonly path: string;
  /** The text as it should be; its own answer must not change it again. '' stands for no file. */
  readonly edit: (text: string) => string;
  /** Refuses by throwing, before anything is written. Asked again when the text has changed meanwhile. */
  readonly check?: (text: string) => void;
};

/** The text that was replaced, and by which; the same when nothing had to be done. */
export type Rewritten = { readonly before: string; readonly after: string };

/** @throws FailureError `conflict`, `denied`, `disk-full` or `unexpected`; the file is as it was then */
export async function rewrite({ path, edit, check = () => undefined }: Rewrite): Promise<Rewritten> {
  let done: Rewritten | undefined;
  const deadline = Date.now() + PATIENCE_MS;
  try {
    const target = await followed(path);
    await sweepDrafts(target);
    for (let attempt = 0; Date.now() < deadline; attempt += 1) {
      const before = (await readPlain(target)) ?? '';
      const after = edit(before);
      // Seen to be there still, a moment after it was written.
      if (done && after === before) return done;
      check(before);
      if (after === before) return { before, after };
      const draft = await writeDraft(target, after);
      try {
        if (replaceUnlessTouched(target, draft, before, SHORTER_THAN_A_SAVE_MS * SLOWER ** attempt))
          done = { before, after };
        else await pause(1 + Math.random() * PAUSE_MS);
      } finally {
        await rm(draft, { force: true });
      }
    }
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError(notWritten(path, error));
  }
  throw new FailureError({
    code: 'conflict',
    title: say('credentialFailures.notChanged'),
    detail: say('credentialFailures.notChanged.busy', { path }),
    remedy: say('credentialFailures.notChanged.busy.remedy'),
  });
}

/** Removes what a rewrite left that was cut off, by the process's number in its name. */
export async function sweepDrafts(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder).catch(() => []);
  for (const name of names)
    if (isDraft(name, basename(target)) && !isRunning(ownerOf(name)))
      await rm(join(folder, name), { force: true });
}

const isDraft = (name: string, of: string): boolean => name.startsWith(`${of}.`) && name.endsWith(DRAFT_END);
const ownerOf = (draft: string): number => Number(draft.split('.').at(-3));

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The new text beside the old, as it will be: nobody's but its owner's from the first moment. */
async function writeDraft(target: string, text: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const old = await stat(target).catch(() => null);
  const draft = `${target}.${process.pid}.${randomBytes(6).toString('hex')}${DRAFT_END}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      const own = await file.stat();
      if (old && (old.uid !== own.uid || old.gid !== own.gid)) await file.chown(old.uid, old.gid);
      await file.chmod(old ? old.mode & 0o7777 : 0o600);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return draft;
}

/**
 * Not awaited from the first look to the rename, so that nothing of ours comes between; whether the system let somebody else
 * come between shows on the clock. While the old file is held open, no other can have its number.
 */
function replaceUnlessTouched(target: string, draft: string, before: string, limitMs: number): boolean {
  const old = openOld(target);
  try {
    if (textOf(old) !== before) return false;
    const begun = performance.now();
    if (isSomebodyWriting(target, draft) || !isStill(target, old)) return false;
    if (performance.now() - begun > limitMs) return false;
    renameSync(draft, target);
    return true;
  } catch (error) {
    // Windows refuses while another program has the file open.
    if (process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? ''))
      return false;
    throw error;
  } finally {
    if (old !== null) closeSync(old);
  }
}

/** Docker writes `config.json` and a number beside the file, others `.tmp` or `.lock`. */
function isSomebodyWriting(target: string, draft: string): boolean {
  const folder = dirname(target);
  const [own, drafted] = [basename(target), basename(draft)];
  return readdirSync(folder).some((name) => {
    if (!name.startsWith(own) || name === own || name === drafted) return false;
    const stats = statSync(join(folder, name), { throwIfNoEntry: false });
    return stats?.isFile() === true && Date.now() - stats.mtimeMs < ABANDONED_MS;
  });
}

/** Null when there is no file. */
function openOld(path: string): number | null {
  try {
    return openSync(path, READ_AT_ONCE);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function textOf(file: number | null): string {
  if (file === null) return '';
  if (!fstatSync(file).isFile()) throw new Error('it is not a file');
  return readFileSync(file, 'utf8');
}

/** Whether the name still leads to the file that was read, and nobody has written into that. */
function isStill(path: string, file: number | null): boolean {
  const now = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (file === null || !now) return file === null && !now;
  const then = fstatSync(file, { bigint: true });
  return (
    now.ino === then.ino && now.dev === then.dev && now.size === then.size && now.mtimeNs === then.mtimeNs
  );
}

function notWritten(path: string, error: unknown) {
  const code = codeOf(error) ?? '';
  const isFull = ['ENOSPC', 'EDQUOT'].includes(code);
  const isForbidden = ['EACCES', 'EPERM', 'EROFS'].includes(code);
  return {
    code: isFull ? 'disk-full' : isForbidden ? 'denied' : 'unexpected',
    title: say('credentialFailures.notChanged'),
    detail: say('credentialFailures.notChanged.detail', { path }),
    remedy: isFull ? say('credentialFailures.freeSpace') : say('credentialFailures.notChanged.permissions'),
    cause: messageOf(error),
  } as const;
}
