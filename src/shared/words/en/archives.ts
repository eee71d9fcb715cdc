/** Archives: saved, loaded, imported and looked into. */
import { message } from '../message.js';

export const archives = {
  'archives.save': 'Save archive',
  'archives.saveThis': 'Save…',
  'archives.load': 'Load archive',
  'archives.loadThis': 'Load…',
  'archives.loadNow': 'Load',
  'archives.close': 'Close',
  'archives.cancel': 'Cancel',
  'archives.cancelling': 'Cancelling…',
  'archives.back': 'Back',
  'archives.copyPath': 'Copy the path',
  'archives.count.archive': message<{ count: number }>(
    '{count, plural, one {# image} other {# images}} in this archive.',
  ),
  'archives.count.layout': message<{ count: number }>(
    '{count, plural, one {# image} other {# images}} in this folder.',
  ),
  'archives.lookedInto': 'Looked into where it lies: nothing of it was loaded into the engine.',
  'archives.none': 'No image is in it',
  'archives.none.hint': 'It lists no image. What is in it may be another kind of artifact.',
  'archives.image': 'Image',
  'archives.notAnImage': 'This is not an image that runs',
  'archives.notAnImage.hint': 'Its configuration says neither how it runs nor what it was made of.',
  'archives.about': 'About this image',
  'archives.tab.layers': 'Layers',
  'archives.tab.runs': 'How it runs',
  'archives.tab.inspect': 'Inspect',
  'archives.readAgain': 'Read again',
  'archives.reading': 'Reading the archive',
  'archives.opening': 'Opening it…',

  'archives.looking': 'Looking at what is in it…',
  'archives.lookInside': 'Look inside',
  'archives.contents.layout':
    'This folder is an OCI layout. Its images can be looked into here; an engine loads archives only.',
  'archives.contents.compressed':
    'It is compressed, so what is in it shows only once it is unpacked: look inside, or load it. Names in it that stand for other images now will move then; the result says which.',
  'archives.contents.unnamed': message<{ count: number }>('{count, number} without a name.'),
  'archives.contents.moved': message<{ count: number }>(
    '{count, plural, one {# name points} other {# names point}} to another image now and would move; the former image stays.',
  ),
  'archives.names': 'Names in the archive',
  'archives.names.name': 'Name',
  'archives.names.effect': 'When loaded',
  'archives.effect.new': 'New',
  'archives.effect.unknown': message<{ now: string }>('Now {now}; loading tells whether it moves'),
  'archives.effect.here': 'Already here',
  'archives.effect.moves': message<{ now: string; image: string }>('Moves from {now} to {image}'),

  'archives.import': 'Import',
  'archives.import.hint':
    'This is a filesystem, not an archive of images: there are no layers, settings or names in it. Importing makes it a new image of one layer.',
  'archives.import.name': 'Image name',
  'archives.import.settings': 'Settings',
  'archives.import.settings.hint':
    'One line each, as in a Dockerfile: CMD, ENTRYPOINT, ENV, EXPOSE, USER, WORKDIR…',
  'archives.import.move': 'Move the name when another image has it',

  'archives.loaded': message<{ count: number }>(
    '{count, plural, one {# image is} other {# images are}} here.',
  ),
  'archives.loaded.named': message<{ count: number; names: number }>(
    '{count, plural, one {# image is} other {# images are}} here, under {names, number} names.',
  ),
  'archives.loaded.list': 'Loaded images',
  'archives.loaded.moved': message<{ before: string; image: string }>('moved from {before} to {image}'),
  'archives.open': 'Open',
  'archives.open.one': message<{ image: string }>('Open {image}'),
  'archives.words': 'The engine’s words',

  'archives.saving.list': 'Images to save',
  'archives.saving.size': message<{ size: string }>('At most about {size} before compression.'),
  'archives.saving.hint':
    'The archive holds every layer once, with settings and names. Only you will be able to read it: images may hold secrets.',
  'archives.saving.gzip': 'Compress with gzip: smaller, but slower',
  'archives.saved': message<{ size: string; file: string }>('Saved {size} as {file}.'),
  'archives.saved.copy': 'Copy where it was saved',
  'archives.cancelled.save': 'Cancelled. Nothing was written.',
  'archives.cancelled.load': 'Cancelled. An image that the engine had whole by then may be there.',

  'archives.progress.preparing.save': 'The engine gathers the layers…',
  'archives.progress.preparing.load': 'Starting…',
  'archives.progress.moving.save': message<{ bytes: string; total: string }>('{bytes} of about {total}'),
  'archives.progress.moving.load': message<{ bytes: string; total: string }>('{bytes} of {total}'),
  'archives.progress.finishing.save': 'Writing the last of it…',
  'archives.progress.finishing.load': 'The engine unpacks what came…',
} as const;
