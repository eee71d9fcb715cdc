/** What of the project folder a build would send, what is left out, and what could be. */
import { message } from '../message.js';

type File = { file: string };

export const context = {
  'context.title': 'Context',
  'context.later': 'It is shown once the Dockerfile can be read.',
  'context.looking': 'Looking through the folder',
  'context.lookingCounted': message<{ count: number }>(
    'Looking through the folder: {count, plural, one {# file} other {# files}}',
  ),
  'context.undo': 'Undo',
  'context.lookAgain': 'Look again',
  'context.atMost':
    'At most: the engine asks only for what the Dockerfile copies, and for what has changed since it last asked.',

  'context.files': message<{ count: number }>('{count, plural, one {# file} other {# files}}'),
  'context.totals': message<{ count: number; size: string }>(
    '{count, plural, one {# file} other {# files}}, {size}',
  ),
  'context.summary.noFile': message<{ sent: string }>(
    '{sent} will be sent; there is no ignore file to leave anything out.',
  ),
  'context.summary.nothingLeft': message<{ sent: string } & File>(
    '{sent} will be sent; {file} leaves nothing out.',
  ),
  'context.summary.left': message<{ sent: string; count: number; left: string } & File>(
    '{sent} will be sent; {count, plural, one {{left} is} other {{left} are}} left out by {file}.',
  ),
  'context.summary.leftMore': message<{ sent: string; left: string } & File>(
    '{sent} will be sent; more than {left} are left out by {file}.',
  ),

  'context.problems': 'What would fail the build',
  'context.problems.more': message<{ count: number }>('And {count} more.'),

  'context.suggestions': 'Suggestions',
  'context.suggestions.title': 'Worth leaving out',
  'context.suggestions.addAll': 'Add all',
  'context.suggestions.add': 'Add',
  'context.suggestions.addTo': message<{ patterns: string } & File>('Add {patterns} to {file}'),
  'context.suggestions.secret': 'Secret',
  'context.suggestions.more': message<{ patterns: string; count: number }>('{patterns}, and {count} more'),

  'context.tree': 'Files to send',
  'context.tree.withIgnored': 'Show what is ignored',
  'context.tree.more': message<{ count: number }>('Show more, {count, number} left'),
  'context.tree.onlyForEngine': 'for the engine only',
  'context.tree.unsendable': 'can’t be sent',

  'context.ignore.make': message<File>('Make {file}'),
  'context.ignore.change': message<File>('Change {file}'),
  'context.ignore.isMade': 'This file is made in the project folder.',
  'context.ignore.isAdded': 'The lines marked with + are added at the end; the rest stays as it is.',
  'context.ignore.changeOf': message<File>('Change of {file}'),
  'context.ignore.cancel': 'Cancel',
  'context.ignore.write': message<File>('Write {file}'),
} as const;
