/** What the state of the window says by itself: what the filter of images understands, counts, deeds, what is wrong in a table. */
import { message } from '../message.js';

type Wrong = { word: string; given: 'yes' | 'no'; value: string };
type Rows = { rows: number; images: number };

export const state = {
  'state.filter.name': 'part of the repository’s name',
  'state.filter.tag': 'part of the tag',
  'state.filter.id': 'how the id begins',
  'state.filter.label': 'a label, by its name alone or with part of its value',
  'state.filter.dangling': 'images that no name points at',
  'state.filter.used': 'images that containers were made from; with part of a container’s name, or alone',
  'state.filter.larger': 'images of at least this size',
  'state.filter.smaller': 'images below this size',
  'state.filter.older': 'images made longer ago than this',
  'state.filter.newer': 'images made since',
  'state.filter.platform': 'part of the platform',
  'state.filter.layer': 'images that stand on this layer, by how its DiffID begins',
  // `given`: whether something stands after the colon, which is `value`.
  'state.filter.size.wrong': message<Wrong>(
    'After “{word}:” belongs a size, such as 100MB or 1.5GB{given, select, yes {, not “{value}”.} other {.}}',
  ),
  'state.filter.age.wrong': message<Wrong>(
    'After “{word}:” belongs a time, such as 30d, 12h, 2w or 6mo{given, select, yes {, not “{value}”.} other {.}}',
  ),
  'state.filter.label.wrong': 'After “label:” belongs a label’s name, or name=value.',
  'state.filter.dangling.wrong': message<Wrong>(
    '“{word}:” stands alone, or with yes or no{given, select, yes {, not “{value}”.} other {.}}',
  ),
  'state.filter.layer.wrong': message<Wrong & { digits: number }>(
    'After “{word}:” belongs a layer’s digest, or at least its first {digits, number} hex digits{given, select, yes {, not “{value}”.} other {.}}',
  ),

  'state.count.found': message<{ shown: number; rows: number }>('{shown, number} of {rows, number}'),
  'state.count.images': message<{ images: number }>('{images, plural, one {# image} other {# images}}'),
  'state.count.names': message<Rows>(
    '{images, plural, one {# image} other {# images}}, {rows, plural, one {# name} other {# names}}',
  ),
  'state.group.images': message<{ rows: number; images: number }>(
    '{rows, number} {images, plural, one {image} other {images}}',
  ),
  'state.group.tags': message<{ rows: number }>('{rows, plural, one {# tag} other {# tags}}'),
  'state.group.tagsOf': message<Rows>(
    '{rows, plural, one {# tag} other {# tags}} of {images, plural, one {# image} other {# images}}',
  ),

  'state.kept.used': message<{ names: string }>('in use by {names}'),
  'state.kept.usedMore': message<{ names: string; more: number }>(
    'in use by {names} and {more, number} more',
  ),

  'state.tag.moved': message<{ name: string; image: string }>('{name} points to {image} now.'),
  'state.tag.movedLast': message<{ name: string; image: string; from: string }>(
    '{name} points to {image} now; {from} is gone.',
  ),
  'state.tag.renamed': message<{ from: string; name: string }>('{from} is called {name} now.'),
  'state.tag.removed': message<{ name: string }>('{name} was removed. The image is still there.'),
  'state.tag.removedLast': message<{ name: string }>('{name} was removed, and the image with it.'),

  'state.argument.name': 'A name has letters, digits and _, and doesn’t start with a digit.',
  'state.argument.twice': 'This argument is in the table already.',
  'state.label.name': 'A label needs a name.',
  'state.label.twice': 'This label is in the table already.',
  'state.secret.id': 'An id has letters, digits, dots, _ and -, as the Dockerfile’s --mount names it.',
  'state.secret.twice': 'This secret is in the table already.',
  'state.secret.file': 'Name the file.',
  'state.secret.variable': 'Name the variable.',

  'state.compare.unread': 'The files were not read',
  'state.compare.unread.detail': 'It was cancelled, so only layers and settings can be compared.',
  'state.compare.unread.remedy': 'Try again to compare the files, too.',
  'state.compare.absent': 'There is no such image in the archive',
  'state.compare.absent.detail': 'What stands at that place in it is no image that runs.',
} as const;
