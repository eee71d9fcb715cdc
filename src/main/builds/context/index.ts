/** What the contract asks about a project's context: a survey for as long as somebody looks, and edits of the ignore file. */
import { randomUUID } from 'node:crypto';
import type { context, ContextUpdate } from '../../../shared/contract/context.js';
import type { Handler } from '../../../shared/contract/define.js';
import { FailureError, messageOf, type Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { readDockerfile } from '../dockerfile/index.js';
import { checkSettings } from './check-settings.js';
import { createIgnoreEditor, type EditPlace } from './ignore-edit.js';
import { contextNames } from './names.js';
import { reportContext } from './report.js';
import type { SurveyPages } from './survey-tree.js';

type Calls = typeof context;

/** @param log hears of errors that nobody expected, whole */
export function createContexts(log: (message: string, error: unknown) => void): {
  readonly [K in keyof Calls]: Handler<Calls[K]>;
} {
  const surveys = new Map<string, SurveyPages>();
  const editor = createIgnoreEditor();

  const look = async (
    asked: EditPlace,
    id: string,
    emit: (update: ContextUpdate) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    const { path, text } = await readDockerfile(asked.folder, asked.dockerfile);
    const place = { folder: asked.folder, dockerfile: path };
    const { report, pages } = await reportContext({
      ...place,
      text,
      signal,
      onCount: (sent) => emit({ type: 'counting', sent }),
    });
    const canUndo = await editor.canUndo(place);
    if (signal.aborted) return;
    surveys.set(id, pages);
    emit({ type: 'report', report: { survey: id, ...report, canUndo } });
  };

  return {
    survey(asked, emit) {
      const id = randomUUID();
      const abort = new AbortController();
      look(asked, id, emit, abort.signal).catch((error: unknown) => {
        if (!abort.signal.aborted) emit({ type: 'failed', failure: failureOf(error, asked.folder, log) });
      });
      return Promise.resolve(() => {
        abort.abort();
        surveys.delete(id);
      });
    },
    children({ survey, path, from, withIgnored }) {
      const page = surveys.get(survey)?.page(path, from, withIgnored) ?? null;
      if (page !== null) return Promise.resolve(page);
      return Promise.reject(
        new FailureError({
          code: 'not-found',
          title:
            path === '' ? say('contextFailures.lookedAnew.all') : say('contextFailures.lookedAnew', { path }),
          detail: say('contextFailures.lookedAnew.detail'),
          remedy: say('contextFailures.lookedAnew.remedy'),
        }),
      );
    },
    names: ({ folder, dockerfile, typed }) => contextNames(folder, dockerfile, typed),
    checks: async (asked) => checkSettings(await placeOf(asked)),
    preview: async ({ patterns, ...asked }) => editor.preview(await placeOf(asked), patterns),
    apply: async ({ patterns, before, ...asked }) => editor.apply(await placeOf(asked), patterns, before),
    undo: async (asked) => editor.undo(await placeOf(asked)),
  };
}

/** The Dockerfile's path as the engine is told it: an ignore file may stand beside it. */
async function placeOf({ folder, dockerfile }: EditPlace): Promise<EditPlace> {
  const { path } = await readDockerfile(folder, dockerfile);
  return { folder, dockerfile: path };
}

function failureOf(error: unknown, folder: string, log: (message: string, error: unknown) => void): Failure {
  if (error instanceof FailureError) return error.failure;
  log(`the context of ${folder} could not be looked through`, error);
  return {
    code: 'unexpected',
    title: say('contextFailures.survey'),
    detail: say('contextFailures.survey.detail'),
    remedy: say('contextFailures.survey.remedy'),
    cause: messageOf(error),
  };
}
