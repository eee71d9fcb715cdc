/** Strata’s own updates. */
import { message } from '../message.js';

export const updates = {
  'updates.title': 'Updates',
  'updates.cannot': message<{ version: string; reason: string }>(
    'Strata {version} doesn’t update itself. {reason}',
  ),
  'updates.this': message<{ version: string }>('This is Strata {version}.'),
  'updates.channel': 'Channel',
  'updates.channel.stable': 'Stable',
  'updates.channel.beta': 'Beta',
  'updates.channel.hint': 'Beta has what will be stable later, and every stable release besides.',
  'updates.check': 'Check for updates',
  'updates.itself': 'Look for updates by itself',
  'updates.itself.hint':
    'Once a day at most. Nothing is sent but the request, and nothing is downloaded before you ask for it.',
  'updates.asking': 'Asking for updates…',
  'updates.current': message<{ date: string }>('It is the newest, released on {date}.'),
  'updates.old':
    'That is long ago. If you know of a newer one, something on the way may be holding it back: look where you got Strata.',
  'updates.ahead.stable': message<{ newest: string; version: string }>(
    'Stable is at {newest}, which is older than this {version}. An older one is never installed: it comes with the next stable release.',
  ),
  'updates.ahead.beta': message<{ newest: string; version: string }>(
    'Beta is at {newest}, which is older than this {version}. An older one is never installed: it comes with the next beta release.',
  ),
  'updates.found': message<{ version: string; date: string; size: string }>(
    '<strong>Strata {version}</strong> is there, released on {date}, {size}.',
  ),
  'updates.ready': message<{ version: string; date: string; size: string }>(
    '<strong>Strata {version}</strong> is downloaded and waits for a restart, released on {date}, {size}.',
  ),
  'updates.notes': 'Release notes',
  'updates.far': message<{ bytes: string; size: string }>('{bytes} of {size}'),
  'updates.downloading': message<{ version: string }>('Download of Strata {version}'),
  'updates.download': 'Download',
  'updates.cancel': 'Cancel download',
  'updates.restart': 'Restart and update',
  'updates.whyNot.noFeed.remedy': 'A newer one replaces it in the way that it came.',
  'updates.whyNot.noFeed': 'No place for updates, and no key to know them by, was built into this package.',
  'updates.whyNot.folder':
    'It runs from a folder that was unpacked by hand, which Strata doesn’t replace under your hands.',
  'updates.whyNot.folder.remedy':
    'A newer one replaces it in the way that it came. Packages that an installer or the system’s package manager puts in place, and AppImages, update themselves.',
  'updates.whyNot.foreign':
    'On a machine that isn’t yours Strata installs nothing, and doesn’t ask for updates.',
  'updates.whyNot.foreign.remedy': 'Whoever looks after this machine can put a newer one in its place.',
} as const;
