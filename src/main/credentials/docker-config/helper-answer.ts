/** What a credential helper says to `get`: bounded, checked, and told apart from "there is none". Pure. */
import { z } from 'zod';
import { say } from '../../../shared/words/index.js';

/** A helper that has no such login says these words and ends with 1 (docker-credential-helpers, credentials/error.go). */
export const NOT_FOUND = 'credentials not found in native keychain';

const login = z.object({ Username: z.string().max(1024), Secret: z.string().max(64 * 1024) });

export type ParsedAnswer =
  | { readonly kind: 'found'; readonly username: string; readonly secret: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly why: string };

/** `code` is the exit code, `output` what stood on its standard output. */
export function parseAnswer(helper: string, code: number, output: string): ParsedAnswer {
  const said = output.trim();
  if (code !== 0)
    return said === NOT_FOUND
      ? { kind: 'none' }
      : { kind: 'failed', why: say('credentialFailures.helper.ended', { helper, code }) };
  let parsed: z.ZodSafeParseResult<z.output<typeof login>>;
  try {
    parsed = login.safeParse(JSON.parse(said));
  } catch {
    return { kind: 'failed', why: say('credentialFailures.helper.unreadable', { helper }) };
  }
  if (!parsed.success)
    return { kind: 'failed', why: say('credentialFailures.helper.unreadable', { helper }) };
  const { Username: username, Secret: secret } = parsed.data;
  return username === '' || secret === '' ? { kind: 'none' } : { kind: 'found', username, secret };
}
