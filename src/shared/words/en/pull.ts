/** Pulling: the dialog, what the registry offers, what came of it, and checks for newer images. */
import { message } from '../message.js';

export const pull = {
  'pull.title': 'Pull',
  'pull.image': 'Image',
  'pull.image.hint':
    'A name without a registry is one of Docker Hub; one without a tag means “latest”. A colon lists the tags.',
  'pull.names': 'Names',
  'pull.close': 'Close',
  'pull.cancel': 'Cancel pull',
  'pull.open': 'Open image',
  'pull.byLayer': 'By layer',
  'pull.byLayer.each': 'What happens to each layer',
  'pull.layer.here': 'is here',
  'pull.layer.fetched': 'is fetched',
  'pull.tags.failed': message<{ repository: string; detail: string }>(
    'The registry doesn’t list the tags of {repository}: {detail}',
  ),
  'pull.tags.some': 'There are more tags than are listed here; any of them can be typed.',

  'pull.offer': 'What the registry has',
  'pull.offer.failed': message<{ detail: string }>('The registry doesn’t say what it has: {detail}'),
  'pull.offer.asking': 'Asking the registry…',
  'pull.platform': 'Platform',
  'pull.platform.none': 'Not chosen',
  'pull.platform.engines': message<{ name: string }>('{name} (this engine’s)'),
  'pull.platform.other': message<{ platform: string; engine: string }>(
    'This image has only {platform}; this engine is {engine}. Its programs may not run here.',
  ),
  'pull.fetch.noImage': 'The registry has something of that name, but no image in it.',
  'pull.fetch.onlyOther': message<{ platforms: string; engine: string }>(
    'This image has only {platforms}, and nothing for this engine, which is {engine}. Choose a platform to pull it all the same.',
  ),
  'pull.fetch.same': 'Up to date: the registry has the image that is here already.',
  'pull.fetch.settings': 'All its layers are here already: only the settings are fetched.',
  'pull.fetch.all': message<{ total: string; count: number }>(
    '{total} to fetch in {count, plural, one {# layer} other {# layers}}.',
  ),
  'pull.fetch.some': message<{ missing: string; total: string; here: number; count: number }>(
    '{missing} of {total} to fetch: {here} of {count} layers {here, plural, one {is} other {are}} here already.',
  ),
  'pull.replace': message<{ reference: string; id: string }>(
    '{reference} is the image {id} here. The name moves to the one from the registry; the other stays.',
  ),

  'pull.pulled.same': message<{ reference: string }>(
    '{reference} is up to date: the registry has the image that is here already.',
  ),
  'pull.pulled.new': message<{ reference: string }>('{reference} is here now.'),
  'pull.pulled.newer': message<{ reference: string; id: string }>(
    'A newer {reference} is here now. Until now it was the image {id}.',
  ),
  'pull.left': message<{ id: string }>(
    'The image {id} is still here, without a name. Containers that were made from it go on with it.',
  ),
  'pull.left.removed': 'The image before is removed.',
  'pull.left.remove': 'Remove old',
  'pull.changed': 'What changed',

  'pull.newer': 'Newer images',
  'pull.newer.asking': 'Asking registries for newer images…',
  'pull.newer.checked': 'Tags checked',
  'pull.newer.cancelled': 'The check was cancelled. What was answered till then is kept.',
  'pull.newer.cancel': 'Cancel check',
  'pull.newer.moreProblems': message<{ count: number }>('And {count} more that could not be asked.'),
  'pull.newer.pull': message<{ count: number }>('{count, plural, one {Pull newer} other {Pull all #}}'),
  'pull.newer.dismiss': 'Dismiss',
  'pull.newer.dismissCheck': 'Dismiss the check',
  'pull.checked.none': 'No registry has answered about any tag.',
  'pull.checked.nothing': message<{ count: number }>(
    'Nothing newer: {count, plural, one {# tag} other {# tags}} checked.',
  ),
  'pull.checked.one': message<{ name: string; count: number }>(
    'There is a newer {name}: {count, plural, one {# tag} other {# tags}} checked.',
  ),
  'pull.checked.several': message<{ newer: number; count: number }>(
    '{newer, plural, one {# tag} other {# tags}} of {count, number} have a newer image.',
  ),
  'pull.checked.local': message<{ count: number }>(
    '{count, plural, one {# tag is} other {# tags are}} not from a registry.',
  ),
  'pull.checked.left': message<{ count: number }>(
    '{count, plural, one {# tag} other {# tags}} of it were not checked.',
  ),
} as const;
