/** How registries misbehave, as scripts of one that does so. The login that is right is always `ada`’s. */
import type { Asked, Script, Turn } from './scripted-registry.js';

export const password = 'c4nary: "pä';
export const basic = `Basic ${Buffer.from(`ada:${password}`).toString('base64')}`;

export const answer = (status: number, body = '', headers = {}): Turn => ({
  does: 'answer',
  status,
  body,
  headers,
});
export const error = (code: string): string =>
  JSON.stringify({ errors: [{ code, message: 'as the test says' }] });
export const isUpload = ({ path }: Asked): boolean => path.includes('/blobs/uploads/');
export const isManifest = ({ path }: Asked): boolean => path.includes('/manifests/');
export const isBlob = ({ path }: Asked): boolean => path.includes('/blobs/sha256:');
/** The first of those for which `is` holds. */
export function first(is: (asked: Asked) => boolean, turn: Turn): Script {
  let isDone = false;
  return (asked) => {
    if (isDone || !is(asked)) return undefined;
    isDone = true;
    return turn;
  };
}
/** Wants the login, in the words that are given. */
export const wanting =
  (challenge: (own: string) => string | readonly string[] | undefined): Script =>
  ({ authorization }, own) => {
    if (authorization === basic) return undefined;
    const given = challenge(own);
    return answer(401, error('UNAUTHORIZED'), given === undefined ? {} : { 'www-authenticate': given });
  };
/** Gives tokens for the login, and takes those that `isGood`. */
export function withTokens(isGood: (token: string, asked: Asked) => boolean, scope = ',scope="x"'): Script {
  let given = 0;
  return (asked, own) => {
    if (asked.path.startsWith('/token')) {
      if (asked.authorization !== basic) return answer(401, '{"details":"incorrect"}');
      return answer(200, JSON.stringify({ token: `token-${++given}`, expires_in: 60 }));
    }
    if (isGood(asked.authorization?.replace(/^Bearer /, '') ?? '', asked)) return undefined;
    return answer(401, error('UNAUTHORIZED'), {
      'www-authenticate': `Bearer realm="${own}/token",service="own"${asked.path === '/v2/' ? '' : scope}`,
    });
  };
}
export const isToken = (token: string): boolean => token.startsWith('token-');
