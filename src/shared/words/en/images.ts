/** The screen “Images”: the list, its filter and columns, and removing what was chosen. */
import { message } from '../message.js';

type Count = { count: number };
type Parts = { parts: string };

export const images = {
  'images.title': 'Images',
  'images.pull': 'Pull',
  'images.loadArchive': 'Load archive',
  'images.cleanUp': 'Clean up',
  'images.reading': 'Reading the images…',
  'images.waiting': 'The images show here as soon as the engine answers.',
  'images.none': 'No images yet',
  'images.none.help':
    'An image is an ordered list of filesystem changes plus the settings to run it. Each change is a layer, named by its digest, stored once and shared by every image that stands on it.',
  'images.build': 'Build an image',
  'images.noMatch': message<{ filter: string }>('Nothing matches “{filter}”'),
  'images.noMatch.help':
    'Every word must hold: as part of a name, a tag or an id, or as the filter’s help says.',
  'images.shown': 'Shown',
  'images.more': message<Count>('and {count, number} more'),

  'images.filter': 'Filter images',
  'images.filter.placeholder': 'Filter by name, tag or id',
  'images.filter.clear': 'Clear filter',
  'images.filter.looking': message<Count>('Looking at {count, number} images…'),
  'images.filter.help': 'What the filter understands',
  'images.filter.help.words': 'Every word must hold. Plain words are looked for in names, tags and ids.',
  'images.filter.help.minus': message<{ example: string }>(
    'A minus turns a word around: {example}. Quotes keep words together, and are for names that look like one of these.',
  ),

  'images.view': 'View',
  'images.view.group': 'Group by repository',
  'images.view.columns': 'Columns',
  'images.view.checkAll': 'Check all for newer',
  'images.column.name': 'Name',
  'images.column.id': 'Id',
  'images.column.platform': 'Platform',
  'images.column.size': 'Size',
  'images.column.unique': 'Unique',
  'images.column.shared': 'Shared',
  'images.column.created': 'Created',
  'images.column.containers': 'In use',
  'images.cell.unknown': 'This engine doesn’t tell.',
  'images.cell.bytes': message<Count>('{count, number} bytes'),
  'images.cell.containers': message<Count>('{count, plural, one {# container} other {# containers}}'),
  'images.row.names': message<Count>('Show all {count} names of this image'),
  'images.row.newer': 'newer available',
  'images.row.newer.since': message<{ time: string }>(
    'The registry has a newer image under this name, as of {time}',
  ),

  'images.selected': 'Selected images',
  'images.selected.count': message<Count>('{count, number} selected'),
  'images.selected.none': 'Select nothing',
  'images.copied': 'Copied',
  'images.copy.names': message<Count>('{count, plural, one {Copy reference} other {Copy references}}'),
  'images.copy.ids': message<Count>('{count, plural, one {Copy id} other {Copy ids}}'),
  'images.tag.one': 'A tag names one image',
  'images.checkNewer': 'Check for newer',
  'images.remove.ask': 'Remove…',

  'images.remove': 'Remove',
  'images.remove.one': message<{ name: string }>('Remove {name}'),
  'images.remove.many': message<Count>('Remove the {count, number} selected'),
  'images.remove.keep': message<Count>('{count, plural, one {Keep it} other {Keep them}}'),
  'images.remove.running': 'Removing',
  'images.remove.stop': 'Stop',
  'images.remove.close': 'Close',
  'images.remove.deleted': message<Count>(
    '{count, plural, one {This image goes, with all of its names:} other {# images go, with all of their names:}}',
  ),
  'images.remove.also': message<{ name: string; others: string }>('{name}, also {others}'),
  'images.remove.untagged': message<Count>(
    '{count, plural, one {This name is taken away; the image behind it keeps its other names:} other {# names are taken away; the image behind each keeps its other names:}}',
  ),
  'images.remove.kept': message<Count>(
    '{count, plural, one {This image stays: containers were made from it.} other {# images stay: containers were made from them.}}',
  ),
  'images.outcome': message<Parts>('{parts}.'),
  'images.outcome.soFar': message<Parts>('So far, {parts}.'),
  'images.outcome.deleted': message<Count>('{count, plural, one {# image} other {# images}} deleted'),
  'images.outcome.untagged': message<Count>('{count, plural, one {# name} other {# names}} taken away'),
  'images.outcome.refused': message<Count>('{count, number} refused'),
  'images.outcome.notBegun': message<Count>('{count, number} not begun'),
  'images.outcome.kept': message<Count>(
    '{count, plural, one {# image in use stayed.} other {# images in use stayed.}}',
  ),
  'images.outcome.moreRefused': message<Count>('{count, number} more were refused.'),
} as const;
