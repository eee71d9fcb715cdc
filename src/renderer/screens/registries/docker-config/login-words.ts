/** Docker's logins in words. Pure. */
import type { DockerConfigLogin, DockerConfigMove } from '../../../../shared/contract/docker-config.js';

/** Docker's name for the user of an identity token. */
export const IDENTITY_USER = '<token>';

/** `as ada`, `with an identity token`. */
export const userOf = (username: string): string =>
  username === IDENTITY_USER ? 'with an identity token' : `as ${username}`;

/** Who is logged in: `Logged in as ada`. */
export function userWords({ username }: Extract<DockerConfigLogin, { storage: 'plain' }>): string {
  return username === null
    ? 'What lies there can’t be used, and not be moved'
    : `Logged in ${userOf(username)}`;
}

export const moveWords = ({ registry, username }: DockerConfigMove): string =>
  `The login to ${registry} ${userOf(username)} is in the keychain now, and no longer in docker’s file.`;

/** Where a login of docker's comes from: `from docker’s config`. */
export function originWords(login: DockerConfigLogin): string {
  return login.storage === 'plain'
    ? `Logged in${login.username === null ? '' : ` ${userOf(login.username)}`}, from docker’s config`
    : `Kept for docker, from docker-credential-${login.helper}`;
}
