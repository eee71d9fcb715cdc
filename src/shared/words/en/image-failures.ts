/** Why images, their tags and their containers could not be read or changed, and what to do about it. */
import { message } from '../message.js';

export const imageFailures = {
  'imageFailures.base': message<{ image: string }>('What {image} stands on could not be found'),

  'imageFailures.digest': 'A digest can’t be a tag',
  'imageFailures.digest.detail': message<{ reference: string }>(
    '“{reference}” names one exact image; a tag is a name that may move.',
  ),
  'imageFailures.digest.remedy': 'Leave out everything from the @ on.',
  'imageFailures.taken': message<{ name: string }>('{name} points to another image'),
  'imageFailures.taken.also': message<{ id: string; names: string }>(
    'It now points to {id}, which is also {names}.',
  ),
  'imageFailures.taken.only': message<{ id: string }>(
    'It now points to {id}, which has no other name and would be left untagged.',
  ),
  'imageFailures.taken.remedy': 'Move it here, or choose another name.',
  'imageFailures.andMore': message<{ names: string; count: number }>('{names} and {count} more'),

  'imageFailures.above': 'The images that stand on this one could not be listed',
  'imageFailures.containersOfThis': 'The containers of this image could not be listed',

  'imageFailures.layers': 'The images’ layers could not be read',

  'imageFailures.list': 'The images could not be listed',
  'imageFailures.read': message<{ image: string }>('{image} could not be read'),
  'imageFailures.absent': message<{ image: string }>('{image} is not on this engine'),
  'imageFailures.absent.detail': 'It may have been removed or renamed since.',
  'imageFailures.strange': 'The engine’s answer could not be understood.',

  'imageFailures.inUse': message<{ image: string }>('{image} is in use'),
  'imageFailures.inUse.remedy': 'Remove what was made from it first, for instance with “docker rm”.',
  'imageFailures.stoodUpon': message<{ image: string }>('Other images stand on {image}'),
  'imageFailures.stoodUpon.detail': message<{ names: string }>('The engine keeps it for {names}.'),
  'imageFailures.stoodUpon.remedy': 'Remove those first.',
  'imageFailures.remove': message<{ name: string }>('{name} could not be removed'),

  'imageFailures.sharing': message<{ image: string }>('{image} can’t be compared with the other images'),

  'imageFailures.containers': 'The containers could not be listed',

  'imageFailures.sameName': message<{ name: string }>('{name} has that name already'),
  'imageFailures.sameName.detail': 'The new name is the old one.',
  'imageFailures.sameName.remedy': 'Write another name.',
  'imageFailures.halfRenamed': message<{ name: string }>('{name} is renamed only half'),
  'imageFailures.halfRenamed.detail': message<{ to: string; name: string }>(
    '{to} points to the image, but {name} could not be removed, nor that be undone.',
  ),
  'imageFailures.halfRenamed.remedy': 'Look at the tags, and remove the one that is too many.',
  'imageFailures.add': message<{ name: string }>('{name} could not be added'),
  'imageFailures.add.absent': 'The image is not on this engine',
  'imageFailures.moved': message<{ name: string }>('{name} has changed meanwhile'),
  'imageFailures.moved.gone': message<{ id: string }>('It pointed to {id} and is gone now.'),
  'imageFailures.moved.elsewhere': message<{ before: string; now: string }>(
    'It pointed to {before} and points to {now} now.',
  ),
  'imageFailures.moved.remedy': 'Nothing was changed. Look where it points now, then decide again.',

  'imageFailures.container.gone': 'The container is not there any more',
  'imageFailures.container.size': message<{ id: string }>('How much {id} has written could not be measured'),
  'imageFailures.container.changes': message<{ id: string }>('What {id} has written could not be read'),
  'imageFailures.container.commit': message<{ id: string; reference: string }>(
    '{id} could not be committed to {reference}',
  ),

  'imageFailures.containersOf': message<{ image: string }>('The containers of {image} could not be listed'),

  'imageFailures.inUse.detail': message<{ count: number; names: string }>(
    '{count, plural, one {A container was made from it: {names}.} other {# containers were made from it: {names}.}}',
  ),
} as const;
