/** Changes to docker's files that are shown before they are made, and made only to the text that was shown. */
import { createHash, randomUUID } from 'node:crypto';
import type { DockerConfigPlan } from '../../../shared/contract/docker-config.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { readPlain } from './config-place.js';
import { hidden } from './hidden.js';
import { rewrite } from './rewrite.js';

/** What is to be done: to the text of each file, and before that elsewhere. */
export type Change = {
  readonly files: readonly { readonly path: string; readonly edit: (text: string) => string }[];
  /** Helpers that are asked to erase, by name, for people to see. */
  readonly helpers: readonly string[];
  /** Done before a file is touched. @throws FailureError; no file is touched then */
  readonly first: () => Promise<void>;
  /** Done when the files are written. */
  readonly last?: () => Promise<void>;
};

export type Plans = {
  /** Null when nothing would change. @throws FailureError when a file can't be read */
  readonly plan: (change: Change) => Promise<DockerConfigPlan | null>;
  /** @throws FailureError `conflict` when a file isn't as it was shown */
  readonly apply: (id: string) => Promise<void>;
  readonly forget: () => void;
};

/** What was asked for and never answered is forgotten at last. */
const MOST = 20;

export function createPlans(): Plans {
  const plans = new Map<string, Change & { readonly shown: ReadonlyMap<string, string> }>();

  return {
    async plan(change) {
      const files: { path: string; before: string; after: string }[] = [];
      const shown = new Map<string, string>();
      for (const { path, edit } of change.files) {
        const text = await textAt(path);
        const edited = edit(text);
        if (edited === text) continue;
        shown.set(path, digest(text));
        files.push({ path, before: hidden(text), after: hidden(edited) });
      }
      if (files.length === 0 && change.helpers.length === 0) return null;
      const id = randomUUID();
      plans.set(id, { ...change, files: change.files.filter(({ path }) => shown.has(path)), shown });
      for (const oldest of [...plans.keys()].slice(0, -MOST)) plans.delete(oldest);
      return { id, files, helpers: change.helpers };
    },

    async apply(id) {
      const planned = plans.get(id);
      plans.delete(id);
      if (!planned) throw new FailureError(changed(say('credentialFailures.changed.notPlanned')));
      const check = (path: string) => (text: string) => {
        if (digest(text) !== planned.shown.get(path))
          throw new FailureError(changed(say('credentialFailures.changed.file', { path })));
      };
      for (const { path } of planned.files) check(path)(await textAt(path));
      await planned.first();
      for (const { path, edit } of planned.files) await rewrite({ path, edit, check: check(path) });
      await planned.last?.();
    },

    forget: () => plans.clear(),
  };
}

async function textAt(path: string): Promise<string> {
  try {
    return (await readPlain(path)) ?? '';
  } catch (error) {
    throw new FailureError({
      code: 'unexpected',
      title: say('credentialFailures.unreadable'),
      detail: say('credentialFailures.file', { path }),
      remedy: say('credentialFailures.unreadable.remedy'),
      ...(error instanceof Error ? { cause: error.message } : {}),
    });
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const changed = (detail: string) =>
  ({
    code: 'conflict',
    title: say('credentialFailures.changed'),
    detail,
    remedy: say('credentialFailures.changed.remedy'),
  }) as const;
