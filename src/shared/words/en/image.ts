/** The screen of one image: what stands above its tabs, “Layers” and “Inspect”, and what its tables share. */
import { message } from '../message.js';

export const image = {
  'image.back': 'Back',
  'image.copyName': 'Copy the name',
  'image.copyId': 'Copy the id',
  'image.push': 'Push',
  'image.compare': 'Compare',
  'image.addTag': 'Add tag',
  'image.saveArchive': 'Save archive',
  'image.remove': 'Remove',
  'image.reading': 'Reading the image',
  'image.tabs': 'About this image',
  'image.tab.layers': 'Layers',
  'image.tab.runs': 'How it runs',
  'image.tab.tags': 'Tags',
  'image.tab.containers': 'Containers',
  'image.tab.inspect': 'Inspect',

  'image.removing.title': message<{ name: string }>('Remove {name}'),
  'image.removing.names': message<{ count: number }>('All {count} names of this image go with it:'),
  'image.removing.stay':
    'Layers that other images stand on stay. The rest is deleted from this engine, and can only be built or pulled again.',

  'image.layers': 'Layers',
  'image.layers.count': message<{ count: number }>('{count, plural, one {# layer} other {# layers}}'),
  'image.layers.none': 'The engine kept no history of this image, and it has no layer.',
  'image.made': message<{ age: string }>('made {age}'),
  'image.by': message<{ author: string }>('by {author}'),
  'image.builtFrom': message<{ file: string }>('built here from {file}'),
  'image.layer.line': message<{ line: number }>('Dockerfile line {line}'),
  'image.layer.shared': message<{ users: string }>('shared with {users}'),
  'image.layer.none': 'No layer: settings only',
  'image.layer.copyDiffId': 'Copy the DiffID',
  'image.layer.files': 'Files of this layer',
  'image.layer.empty': 'empty',
  'image.layer.empty.help': 'A layer of its own that holds no byte',

  'image.inspect.search': 'Search the record',
  'image.inspect.search.short': 'Search',
  'image.inspect.lines': message<{ count: number }>('{count, plural, one {# line} other {# lines}}'),
  'image.inspect.copyWhole': 'Copy the whole record',
  'image.inspect.copyShown': 'Copy the record as shown',
  'image.inspect.record': 'Record',
  'image.inspect.cut': 'This is its beginning: search for the rest, or copy the whole record.',

  'image.text.less': 'Show less',
  'image.text.all': 'Show all of it',
  'image.text.cut': 'This is its beginning; the rest stands in the record under Inspect.',

  'image.secret.show': 'Show what may be a secret',
  'image.secret.hidden': '(hidden)',
  'image.secret.hiddenValue': 'hidden, may be a secret',
  'image.secret.showValue': 'Show',
  'image.secret.showValueOf': message<{ name: string }>('Show the value of {name}'),

  'image.link.title': 'Open this link in the browser?',
  'image.link.leads': message<{ host: string }>('Whoever made the image wrote it. It leads to {host}:'),
  'image.link.stay': 'Stay here',
  'image.link.open': 'Open in the browser',

  'image.noInstruction': 'No instruction recorded',
} as const;
