/** The tags of an image: the tab, its dialogs, what is said of each move, and the history of moves. */
import { message } from '../message.js';

type Name = { name: string };
type Moved = { by: string };

/** How a tag came to move: what Strata saw, or nothing. */
const by =
  '{by, select, strata { in Strata} build { by a build} pull { by a pull} load { by loading an archive} import { by an import} tag { by tagging} unseen { while Strata was not looking} other {}}';

export const tags = {
  'tags.title': 'Tags',
  'tags.help': message<{ image: string }>(
    'A tag is a movable pointer: these point to {image}. It can be given to another image at any time; a digest can’t.',
  ),
  'tags.none': 'Nothing points at this image. A tag makes it findable, and keeps it from being cleaned up.',
  'tags.addOne': 'Add a tag',
  'tags.filter': 'Filter tags',
  'tags.filter.placeholder': message<{ count: number }>('Filter {count, plural, one {# tag} other {# tags}}'),
  'tags.filter.none': message<{ filter: string }>('No tag has “{filter}” in it.'),
  'tags.reference': 'Reference',
  'tags.since': 'Points here since',
  'tags.since.unseen': 'before Strata saw it',
  'tags.actions': 'Actions',
  'tags.digests': 'Digests',
  'tags.digests.none':
    'No registry has this image under a digest that is known here. A push or pull makes one known.',
  'tags.names.more': message<{ names: string; count: number }>('{names} and {count} more'),

  'tags.copy': message<Name>('Copy {name}'),
  'tags.rename': 'Rename',
  'tags.rename.one': message<Name>('Rename {name}'),
  'tags.rename.to': 'New name',
  'tags.rename.takeOver': 'Rename and take it over',
  'tags.remove': 'Remove',
  'tags.remove.one': message<Name>('Remove {name}'),
  'tags.remove.title': message<Name>('Remove the tag {name}'),
  'tags.more': 'More',
  'tags.more.of': message<Name>('More for {name}'),
  'tags.menu.reference': 'Copy reference',
  'tags.menu.pinned': 'Copy name@digest',
  'tags.menu.command': 'Copy as docker command',
  'tags.menu.push': 'Push…',
  'tags.menu.move': 'Move to another image…',
  'tags.close': 'Close',
  'tags.undo': 'Undo',
  'tags.dismiss': 'Dismiss',

  'tags.add': 'Add tag',
  'tags.add.same': 'The image has this name already.',
  'tags.add.push': 'Tag and push',
  'tags.add.move': 'Move it here',
  'tags.add.movePush': 'Move it here and push',

  'tags.move': 'Move',
  'tags.move.one': message<Name>('Move {name}'),
  'tags.move.to': 'To the image',
  'tags.move.hint': 'A name that it has, or its id.',
  'tags.move.untagged': message<{ id: string }>('{id}, untagged'),
  'tags.move.unknown': 'No image here has that name or id.',
  'tags.move.same': 'That is this image.',

  'tags.leaving.keeps': message<{ name: string; id: string; others: string; count: number }>(
    '{count, plural, one {{name} now points to {id}, which is also {others} and keeps that.} other {{name} now points to {id}, which is also {others} and keeps those.}}',
  ),
  'tags.leaving.last': message<{ name: string; id: string }>(
    '{name} now points to {id}; that is its last other name. The image stays, untagged, until it is cleaned up.',
  ),
  'tags.removal.others': 'The image stays, under its other names. This can be undone.',
  'tags.removal.last': 'It is the last name of this image.',
  'tags.removal.goes':
    'It is the last name of this image. The engine removes the image with it, and the layers that no other image stands on: that can’t be undone. To keep the image, give it another name first, or rename this one.',
  'tags.removal.stays': message<{ names: string }>(
    'It is the last name of this image, which becomes dangling: the engine keeps it, untagged, for {names}. This can be undone for as long as the image is there.',
  ),
  'tags.removal.refused': message<{ count: number; names: string }>(
    'It is the last name of this image, and {count, plural, one {a container was} other {containers were}} made from it: {names}. The engine will refuse; rename the tag instead, or remove what was made from it.',
  ),

  'tags.history': 'Moves',
  'tags.history.none': 'Strata has not seen these names move. What it sees from now on stands here.',
  'tags.history.setAside': message<{ count: number; file: string }>(
    '{count, plural, one {One line of the history could not be read and is kept in {file}.} other {{count} lines of the history could not be read and are kept in {file}.}}',
  ),
  'tags.history.this': 'this image',
  'tags.history.nothing': 'nothing',
  'tags.history.came': message<Moved & { to: string }>(`came to {to}${by}`),
  'tags.history.left': message<Moved & { from: string }>(`was removed from {from}${by}`),
  'tags.history.moved': message<Moved & { from: string; to: string }>(`moved from {from} to {to}${by}`),
  'tags.history.forget': 'Forget moves',
  'tags.history.forget.title': 'Forget the moves of all tags?',
  'tags.history.forget.verb': 'Forget',
  'tags.history.forget.help':
    'What Strata saw of tags that moved is forgotten, for all images. The tags stay where they are.',
} as const;
