/** Docker's logins in words. */
import type { DockerConfigLogin, DockerConfigMove } from '../../../../shared/contract/docker-config.js';
import { say } from '../../../../shared/words/index.js';

/** Docker's name for the user of an identity token. */
export const IDENTITY_USER = '<token>';

/** Who a login is for, as texts of the catalogue want it: `as ada`, `with an identity token`. */
export const loginValues = (username: string) => ({
  kind: username === IDENTITY_USER ? 'token' : 'user',
  username,
});

/** Who is logged in: `Logged in as ada`. */
export function userWords({ username }: Extract<DockerConfigLogin, { storage: 'plain' }>): string {
  return username === null
    ? say('dockerConfig.unusable')
    : say('dockerConfig.loggedIn', loginValues(username));
}

export const moveWords = ({ registry, username }: DockerConfigMove): string =>
  say('dockerConfig.moved.one', { registry, ...loginValues(username) });

/** Where a login of docker's comes from: `from docker’s config`. */
export function originWords(login: DockerConfigLogin): string {
  if (login.storage === 'helper')
    return say('dockerConfig.origin.helper', { program: `docker-credential-${login.helper}` });
  return login.username === null
    ? say('dockerConfig.origin.nobody')
    : say('dockerConfig.origin', loginValues(login.username));
}
