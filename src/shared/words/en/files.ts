/** The files of an image's layers: the tree, one file, what is wasted, and how reading and saving go. */
import { message } from '../message.js';

type Size = { size: string };
type Read = { count: number; size: string };
type Done = { bytes: string };
type Known = { bytes: string; total: string };
type Entries = { count: number };

export const files = {
  'files.title': 'Files',
  'files.filter': 'Filter files',
  'files.filter.placeholder': 'Filter by name',
  'files.only': 'Only this layer',
  'files.sort': 'Sort by',
  'files.sort.name': 'Name',
  'files.sort.size': 'Size',
  'files.sort.modified': 'Modified',
  'files.place.only': message<{ layer: number; count: number }>('of layer {layer} of {count}'),
  'files.place.after': message<{ layer: number; count: number }>('after layer {layer} of {count}'),
  'files.none.image': 'This image has no layer, and so no files.',
  'files.none.layer': 'This layer adds, changes and removes no file.',
  'files.none.named': message<{ filter: string }>('No name holds “{filter}”.'),
  'files.none.namedInLayer': message<{ filter: string }>('No name holds “{filter}” in this layer.'),
  'files.view': 'View',
  'files.save': 'Save…',
  'files.copyPath': 'Copy the path',

  'files.row.waiting': 'on its way',
  'files.row.folder': message<{ folder: string }>('in /{folder}'),
  'files.mark.added': 'added',
  'files.mark.changed': 'changed',
  'files.mark.removed': 'removed',

  'files.read.fromRegistry': message<Read>(
    'Strata has not looked into {count, plural, one {# layer} other {# layers}} of this image yet. {count, plural, one {It is} other {They are}} fetched for it once (at most {size}), and nothing is pulled; what was read is kept, for every image that stands on the same layers.',
  ),
  'files.read.fromEngine': message<Read>(
    'Strata has not looked into {count, plural, one {# layer} other {# layers}} of this image yet. The engine writes the image out for it once ({size}); what was read is kept, for every image that stands on the same layers.',
  ),
  'files.read': 'Read the files',
  'files.reading': 'Reading the files',
  'files.cancel': 'Cancel',
  'files.cancelling': 'Cancelling…',
  'files.progress.preparing': 'The engine gathers the image. Large ones take a while.',
  'files.progress.fetching': message<Done>('Fetching from the registry: {bytes}'),
  'files.progress.fetchingOf': message<Known>('Fetching from the registry: {bytes} of about {total}'),
  'files.progress.reading': message<Done & Entries>(
    'Reading: {bytes}, {count, plural, one {# entry} other {# entries}} so far',
  ),
  'files.progress.readingOf': message<Known & Entries>(
    'Reading: {bytes} of about {total}, {count, plural, one {# entry} other {# entries}} so far',
  ),

  'files.content': 'Content',
  'files.content.picture': message<{ name: string }>('What {name} shows'),
  'files.content.copy': 'Copy the text',
  'files.content.save': 'Save file',
  'files.content.reading': 'Reading the file',
  'files.content.cut': message<Size>('The beginning of {size}. Save the file to see all of it.'),
  'files.content.large': 'This picture is too large to be shown here.',
  'files.content.binary':
    'This is neither text nor a picture. Save the file to look at it with another program.',

  'files.saving': 'Saving',
  'files.saved': message<{ count: number; size: string; target: string }>(
    'Saved {count, plural, one {# file} other {# files}}, {size}, as {target}.',
  ),
  'files.saved.copy': 'Copy where it was saved',
  'files.saved.leftOut': message<{ count: number }>('{count} left out'),
  'files.skipped.leads-out': 'a link that leads out of what was saved',
  'files.skipped.no-file': 'a device or pipe',
  'files.skipped.refused': 'a link that this system would not make',

  'files.waste': 'Efficiency',
  'files.waste.empty': 'The layers hold no files with content.',
  'files.waste.nothing': 'All that the layers hold is visible: nothing is wasted.',
  'files.waste.some': message<{ percent: number; size: string; count: number }>(
    '{percent, number, ::.0} % of what the layers hold is visible; {size} in {count, plural, one {# path} other {# paths}} is wasted.',
  ),
  'files.waste.help':
    'A file that a later layer replaces or removes still travels with the image. Remove it in the instruction that makes it, or copy it only once.',
  'files.waste.paths': 'Wasted paths',
  'files.waste.path': 'Path',
  'files.waste.copies': 'Dead copies in',
  'files.waste.bytes': 'Wasted',
  'files.waste.copy': message<{ size: string; layer: number; instruction: string }>(
    '{size} in layer {layer}: {instruction}',
  ),
  'files.waste.layer': message<{ layer: number }>('layer {layer}'),
  'files.waste.more': message<{ count: number }>(
    'Show {count, plural, one {# more path} other {# more paths}}',
  ),
  'files.waste.unlisted': message<{ count: number }>(
    '{count, plural, one {# smaller path is not listed.} other {# smaller paths are not listed.}}',
  ),
} as const;
