import { afterEach, expect, it } from 'vitest';
import { FailureError } from '../../shared/failure.js';
import { say, speak } from '../../shared/words/index.js';
import type { Answer } from './protocol.js';
import { serve } from './serve.js';

afterEach(() => speak('en'));

it('a question is answered in its language, whatever the one before was in', async () => {
  const ask = serve({
    index: () =>
      Promise.reject(
        new FailureError({
          code: 'unexpected',
          title: say('layerFailures.read'),
          detail: say('failures.cancelled'),
        }),
      ),
  });
  const titleIn = async (language: 'de' | 'en', id: number): Promise<unknown> => {
    const answer = await new Promise<Answer>((resolve) =>
      ask({ kind: 'ask', id, call: 'index', input: null, language }, resolve),
    );
    return answer.kind === 'failure' && answer.failure.title;
  };
  expect(await titleIn('de', 1)).toBe('Die Layer konnten nicht gelesen werden');
  expect(await titleIn('en', 2)).toBe('The layers could not be read');
});
