/** Pushing: the dialog, what would travel, what came of it. */
import { message } from '../message.js';

export const push = {
  'push.title': 'Push',
  'push.destination': 'Destination',
  'push.or': 'Or',
  'push.byLayer': 'By layer',
  'push.byLayer.each': 'What happens to each layer',
  'push.fate.exists': 'is there',
  'push.fate.mount': 'is taken over',
  'push.fate.send': 'travels',
  'push.fate.from': message<{ from: string }>('is taken over from {from}'),

  'push.forecast': 'What will travel',
  'push.forecast.unknown': message<{ detail: string }>('What will travel can’t be said before: {detail}'),
  'push.forecast.asking': 'Asking the registry what it has…',
  'push.overwrite': message<{ reference: string; digest: string }>(
    '{reference} is there already and stands for another image, {digest}…. Pushing moves it: whoever pulls it then gets this one.',
  ),
  'push.overwrite.copy': 'Copy the digest it has now',

  'push.travel.same': 'The registry has this very image under this tag: nothing but questions travel.',
  'push.travel.allThere': 'all layers are there already',
  'push.travel.there': message<{ there: number; count: number }>(
    '{there} of {count} layers {there, plural, one {is} other {are}} there already',
  ),
  'push.travel.allMounted': message<{ count: number; sources: string }>(
    'all layers {count, plural, one {is} other {are}} taken over from {sources}',
  ),
  'push.travel.mounted': message<{ count: number; sources: string }>(
    '{count} {count, plural, one {is} other {are}} taken over from {sources}',
  ),
  'push.travel.settings': 'only the settings travel',
  'push.travel.rest': 'the rest travels',
  'push.travel.all': message<{ count: number }>(
    '{count, plural, one {its one layer travels} other {all # layers travel}}',
  ),
  // What goes before is one or more of the above, with a capital.
  'push.travel.counting': message<{ what: string; size: string }>('{what}: at least {size}, still counting…'),
  'push.travel.unknown': message<{ what: string }>('{what}; how much that is isn’t known.'),
  'push.travel.size': message<{ what: string; size: string }>('{what}: {size}.'),

  'push.band.travels': 'travels',
  'push.band.travelsAs': message<{ size: string }>('travels as {size}'),
  'push.band.stays': 'needn’t travel',
  'push.band.there': 'is there already',
  'push.band.mounted': message<{ from: string }>('is taken over from {from}'),
  'push.band.mountedElsewhere': 'is taken over from another repository',

  'push.target': message<{ registry: string; place: string; username: string }>(
    'Goes to {registry} as {place}, pushed by {username}.',
  ),
  'push.target.nobody': message<{ registry: string; place: string }>(
    'Goes to {registry} as {place}, with nobody logged in there: most registries will refuse.',
  ),
  'push.target.logIn': message<{ registry: string }>('Log in to {registry}'),
  'push.target.official':
    'Docker Hub keeps names without a user or team for its official images. Put yours in front.',
  'push.target.digest': 'A digest can’t be a destination',
  'push.target.digest.detail': message<{ name: string }>(
    '“{name}” names content that exists already; a push needs a name for it.',
  ),
  'push.target.digest.remedy': 'Leave out “@sha256:…”, and add a tag if you want one.',

  'push.others': 'Goes to these as well:',
  'push.others.list': 'Other destinations',
  'push.others.add': 'Add another destination',
  'push.others.leave': message<{ destination: string }>('Leave out {destination}'),
  'push.others.as': message<{ username: string }>('As {username}.'),
  'push.others.asNobody': 'As nobody.',

  'push.logIn': 'Log in',
  'push.again': 'Try again',
  'push.cancel': 'Cancel push',
  'push.cancelling': 'Cancelling…',
  'push.cancelled': 'The push was cancelled before the registry had confirmed it.',
  'push.background': 'Go on in the background',
  'push.elsewhere': 'Push elsewhere',
  'push.change': 'Change the destination',
  'push.done': 'Done',
  'push.close': 'Close',

  'push.pushed.there': message<{ reference: string }>('{reference} is in the registry'),
  'push.pushed.missing': message<{ reference: string }>('{reference} was sent, and isn’t in the registry'),
  'push.registry.confirmed': 'The registry confirms that the tag stands for this digest.',
  'push.registry.moved':
    'The registry took it, but the tag stands for another digest by now: somebody else has pushed since.',
  'push.registry.missing':
    'The engine reports it done, but the registry has no such tag. Look there again; if it stays so, push once more.',
  'push.registry.unasked': 'The engine reports it done; the registry could not be asked from here.',
  'push.digest': 'Digest',
  'push.digest.copy': 'Copy name and digest',
  'push.pullIt': 'Pull it',
  'push.pullIt.copy': 'Copy the pull command',

  'push.secrets': 'Secrets',
  'push.secrets.found': message<{ count: number }>(
    '{count, plural, one {<strong># thing looks like a secret.</strong> Whoever can pull the image can read it, also where a later layer has removed a file.} other {<strong># things look like secrets.</strong> Whoever can pull the image can read them, also where a later layer has removed a file.}}',
  ),
  'push.secrets.list': 'What looks like a secret',
  'push.secrets.line': message<{ file: string; line: number; what: string; hint: string }>(
    '{file}, line {line}: {what}, {hint}.',
  ),
  'push.secrets.remedy': message<{ layer: string }>(
    'In layer {layer}. Keep the file out with .dockerignore, or mount it as a build secret.',
  ),
  'push.secrets.reading': 'Looking for secrets in the files that would travel…',
  'push.secrets.failed': 'The files could not be looked into for secrets.',
  'push.secrets.none': 'Nothing in what would travel looks like a secret.',

  'push.several': 'Destinations',
  'push.several.over': message<{ done: number; count: number }>('{done} of {count} destinations have it.'),
  'push.several.running': message<{ count: number }>('On its way to {count} destinations…'),
  'push.several.sum': message<{ destination: string }>('All layers for {destination}'),
  'push.several.cancel': 'Cancel',
  'push.several.cancelled': 'Cancelled before the registry had confirmed it.',
} as const;
