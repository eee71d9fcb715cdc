/** More lines for an ignore file: how it would be, writing it as it was otherwise, and taking that back. */
import { createHash } from 'node:crypto';
import { readFile, realpath, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { DiffLine, IgnoreChange } from '../../../shared/contract/context.js';
import { FailureError } from '../../../shared/failure.js';
import { writeFileAtomic } from '../../files/index.js';
import { findIgnoreFile, readIgnore } from './ignore-file.js';
import { parseIgnore } from '../../../shared/ignore/ignore.js';
import { say } from '../../../shared/words/index.js';
import { unreadable, unwritable } from './problems.js';

export type IgnoreEditor = {
  /** @throws FailureError when the file can't be read, is no text, or a line means nothing */
  readonly preview: (at: EditPlace, patterns: readonly string[]) => Promise<IgnoreChange>;
  /** @param before as the preview named the old text. @throws FailureError `conflict` when it is another by now */
  readonly apply: (at: EditPlace, patterns: readonly string[], before: string) => Promise<void>;
  /** Whether the last `apply` was here, and the file is as it left it. */
  readonly canUndo: (at: EditPlace) => Promise<boolean>;
  /** @throws FailureError `conflict` when there is nothing to take back, or the file has changed since */
  readonly undo: (at: EditPlace) => Promise<void>;
};

export type EditPlace = {
  /** The project folder. */
  readonly folder: string;
  /** Relative to it, with slashes. */
  readonly dockerfile: string;
};

type IgnoreText = {
  /** Relative to the folder. */
  readonly name: string;
  /** Where it really lies. */
  readonly file: string;
  /** Where the Dockerfile lies. */
  readonly recipe: string;
  /** Null when it isn't there yet. */
  readonly text: string | null;
};

/** Lines of the old text that are shown above what is new. */
const CONTEXT_LINES = 50;
const LONGEST_SHOWN = 300;

export function createIgnoreEditor(): IgnoreEditor {
  /** Only the last one can be taken back, and only until another project's is written. */
  let last: { readonly file: string; readonly before: string | null; readonly after: string } | null = null;
  return {
    async preview(at, patterns) {
      const old = await readIgnoreText(at);
      const text = withPatterns(old.text, patterns);
      readIgnore({ name: old.name, text });
      return {
        file: old.name,
        isNew: old.text === null,
        lines: diff(old.text, text),
        before: named(old.text),
      };
    },
    async apply(at, patterns, before) {
      const old = await readIgnoreText(at);
      if (named(old.text) !== before) throw changed(old.name);
      const text = withPatterns(old.text, patterns);
      readIgnore({ name: old.name, text });
      await write(old, text);
      last = { file: old.file, before: old.text, after: text };
    },
    async canUndo(at) {
      const now = await readIgnoreText(at).catch(() => null);
      return now !== null && now.file === last?.file && now.text === last.after;
    },
    async undo(at) {
      const now = await readIgnoreText(at);
      if (now.file !== last?.file || now.text !== last.after) throw changed(now.name);
      if (last.before === null)
        await rm(now.file).catch((error: unknown) => {
          throw unwritable(now.name, error);
        });
      else await write(now, last.before);
      last = null;
    },
  };
}

/** Lines added at the end: there, no line before takes anything back. Line endings and the last line's are kept. */
function withPatterns(old: string | null, patterns: readonly string[]): string {
  const known = new Set(parseIgnore(old ?? ''));
  const added = patterns.filter((pattern) => !known.has(pattern) || hasNegations(old));
  if (old === null || old === '') return added.map((pattern) => `${pattern}\n`).join('');
  const ending = old.includes('\r\n') ? '\r\n' : '\n';
  const endsWhole = old.endsWith('\n');
  return `${old}${endsWhole ? '' : ending}${added.join(ending)}${endsWhole ? ending : ''}`;
}

const hasNegations = (text: string | null): boolean =>
  parseIgnore(text ?? '').some((pattern) => pattern.startsWith('!'));

function diff(old: string | null, text: string): readonly DiffLine[] {
  const before = linesOf(old ?? '').length;
  return linesOf(text)
    .map((line, at) => ({
      kind: at < before ? ('same' as const) : ('added' as const),
      number: at + 1,
      text: line.slice(0, LONGEST_SHOWN),
    }))
    .slice(Math.max(0, before - CONTEXT_LINES));
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

async function readIgnoreText({ folder, dockerfile }: EditPlace): Promise<IgnoreText> {
  const name = (await findIgnoreFile(folder, dockerfile))?.name ?? null;
  try {
    const root = await realpath(folder);
    const recipe = join(root, dockerfile);
    if (name === null)
      return { name: '.dockerignore', file: join(root, '.dockerignore'), recipe, text: null };
    const file = await realpath(join(root, name));
    const inside = relative(root, file);
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) throw leadsOut(name);
    const bytes = await readFile(file);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) throw noText(name);
    return { name, file, recipe, text };
  } catch (error) {
    throw error instanceof FailureError ? error : unreadable(name ?? folder, error);
  }
}

async function write({ name, file, recipe, text: old }: IgnoreText, text: string): Promise<void> {
  try {
    // A new one is for whoever the Dockerfile is for.
    const like = old === null ? recipe : file;
    const mode = (await stat(like)).mode & (old === null ? 0o666 : 0o7777);
    await writeFileAtomic(file, text, mode);
  } catch (error) {
    throw unwritable(name, error);
  }
}

/** A name for a text, or for there being none. */
const named = (text: string | null): string =>
  text === null ? 'none' : createHash('sha256').update(text).digest('hex').slice(0, 32);

const changed = (name: string): FailureError =>
  new FailureError({
    code: 'conflict',
    title: say('contextFailures.changed', { name }),
    detail: say('contextFailures.changed.shown'),
    remedy: say('contextFailures.changed.again'),
  });

const leadsOut = (name: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.notChanged', { name }),
    detail: say('contextFailures.leadsOut'),
    remedy: say('contextFailures.leadsOut.remedy'),
  });

const noText = (name: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('contextFailures.notChanged', { name }),
    detail: say('contextFailures.noText'),
    remedy: say('contextFailures.noText.remedy'),
  });
