/** The logins in docker’s own config, and what can be done about them. */
import { message } from '../message.js';

export const dockerConfig = {
  'dockerConfig.title': 'Docker’s own config',
  'dockerConfig.reading': 'Reading docker’s config',
  'dockerConfig.unreadable': message<{ file: string; problem: string }>('{file} can’t be read: {problem}'),
  'dockerConfig.missingHelper': message<{ program: string }>(
    '{program} is named here but not installed: neither docker nor Strata can use the logins that it keeps.',
  ),
  'dockerConfig.empty': 'No login lies there.',
  'dockerConfig.hint':
    'Strata takes docker’s logins where it has none of its own, and writes to this file only when you ask it to.',
  'dockerConfig.dockers': 'docker’s',
  'dockerConfig.logout': 'Log out…',
  'dockerConfig.logoutOf': message<{ registry: string }>('Log out of {registry} in docker’s config'),
  'dockerConfig.loggedIn': message<{ kind: string; username: string }>(
    '{kind, select, token {Logged in with an identity token} other {Logged in as {username}}}',
  ),
  'dockerConfig.unusable': 'What lies there can’t be used, and not be moved',
  'dockerConfig.origin': message<{ kind: string; username: string }>(
    '{kind, select, token {Logged in with an identity token, from docker’s config} other {Logged in as {username}, from docker’s config}}',
  ),
  'dockerConfig.origin.nobody': 'Logged in, from docker’s config',
  'dockerConfig.origin.helper': message<{ program: string }>('Kept for docker, from {program}'),
  'dockerConfig.plain': 'plain base64',
  'dockerConfig.plain.list': 'In plain base64',
  'dockerConfig.plain.warning': message<{ count: number }>(
    '{count, plural, one {One login lies} other {# logins lie}} here in plain base64: whoever can read this file can read the password.',
  ),
  'dockerConfig.plain.elsewhere': message<{ who: string; file: string }>(
    '{who}, in {file}, which docker has not read since version 23',
  ),
  'dockerConfig.plain.unused': message<{ who: string }>('{who}, not used: docker asks a helper instead'),
  'dockerConfig.plain.hint':
    'A login that was moved is Strata’s: it pushes and pulls with it. Docker itself no longer finds it, unless it asks Strata (Settings, “Docker’s logins”).',
  'dockerConfig.move': 'Move to the keychain',
  'dockerConfig.move.one': message<{ registry: string }>('Move {registry} to the keychain'),
  'dockerConfig.moved': 'Moved to the keychain',
  'dockerConfig.moved.one': message<{ registry: string; kind: string; username: string }>(
    '{kind, select, token {The login to {registry} with an identity token} other {The login to {registry} as {username}}} is in the keychain now, and no longer in docker’s file.',
  ),
  'dockerConfig.moved.hint':
    'This can be undone until the window closes. Docker itself no longer finds what was moved, unless it asks Strata (Settings, “Docker’s logins”).',
  'dockerConfig.putBack': 'Put back',
  'dockerConfig.putBack.one': message<{ registry: string }>('Put {registry} back'),
  'dockerConfig.helped': 'Kept by a credential helper, outside of this file:',
  'dockerConfig.helped.list': 'Kept by a helper',
  'dockerConfig.helped.missing': message<{ program: string }>('{program}, not installed'),
  'dockerConfig.erase': 'Erase docker’s own login?',
  'dockerConfig.erase.verb': 'Erase it',
  'dockerConfig.erase.this': 'Erase…',
  'dockerConfig.erase.one': message<{ registry: string }>('Erase {registry} from docker’s config'),
  'dockerConfig.erase.what': message<{ place: string }>(
    'Docker has a login for {place} in its own config. This is what goes:',
  ),
  'dockerConfig.eraseAll': 'Erase docker’s own logins?',
  'dockerConfig.eraseAll.verb': 'Erase all',
  'dockerConfig.eraseAll.what':
    'Docker has logins of its own, and Strata uses them where it has none. This is what goes:',
} as const;
