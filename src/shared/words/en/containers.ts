/** The containers of an image: the table, what each has changed, committing one, and what removing the image would meet. */
import { message } from '../message.js';

type Name = { name: string };
type Count = { count: number };
type Going = { count: number; bytes: string };
type Whole = { whole: 'yes' | 'no' };

export const containers = {
  'containers.looking': 'Looking for containers',
  'containers.help':
    'Each is one writable layer on top of this image. The image stays as it is, whatever they write.',
  'containers.none': 'No container of this image',
  'containers.none.help':
    'A container is one writable layer on top of the image: what it writes lies there, and the image stays as it is. The line under “How it runs” makes one.',

  'containers.title': 'Containers',
  'containers.name': 'Name',
  'containers.state': 'State',
  'containers.created': 'Created',
  'containers.ports': 'Ports',
  'containers.ports.more': message<Count>('and {count} more'),
  'containers.written': 'Written',
  'containers.written.unknown': 'unknown',
  'containers.actions': 'Actions',
  'containers.all': message<Count>('{count, number} in all; the newest are here.'),
  'containers.state.created': 'created',
  'containers.state.running': 'running',
  'containers.state.paused': 'paused',
  'containers.state.restarting': 'restarting',
  'containers.state.removing': 'removing',
  'containers.state.exited': 'exited',
  'containers.state.dead': 'dead',
  'containers.state.unknown': 'unknown',

  'containers.changes': 'Changes',
  'containers.changes.of': message<Name>('Changes of {name}'),
  'containers.changes.reading': 'Reading what it has written',
  'containers.changes.none': 'It has written nothing: its layer is empty.',
  'containers.changes.filter': 'Filter changes',
  'containers.changes.filter.placeholder': 'Filter by path',
  'containers.changes.all': message<Count & Whole>(
    '{whole, select, yes {} other {more than }}{count, plural, one {# change} other {# changes}}',
  ),
  'containers.changes.first': message<Count & Whole & { shown: number }>(
    '{whole, select, yes {} other {more than }}{count, plural, one {# change} other {# changes}}, the first {shown, number} here',
  ),
  'containers.changes.found': message<Count>('{count, number} found'),
  'containers.changes.again': 'Look again',
  'containers.changes.paths': 'Changed paths',
  'containers.change.added': 'added',
  'containers.change.changed': 'changed',
  'containers.change.removed': 'removed',

  'containers.commit': 'Commit',
  'containers.commit.ask': 'Commit…',
  'containers.commit.title': message<Name>('Commit {name} to a new image'),
  'containers.commit.help':
    'What the container wrote becomes one more layer. No Dockerfile tells how it came about, so a build is the better way for what is to last. Volumes are left out.',
  'containers.commit.reference': 'Reference',
  'containers.commit.reference.hint': 'app:fixed, for instance.',
  'containers.commit.message': 'Message',
  'containers.commit.message.hint': 'Stands in the image’s history.',
  'containers.commit.pause': 'Pause the container while it is read',
  'containers.commit.move': 'Move it here',
  'containers.commit.making': 'Making the image…',
  'containers.commit.made': message<{ reference: string }>(
    '{reference} is there, with what the container wrote as its top layer.',
  ),
  'containers.commit.open': 'Open image',
  'containers.commit.close': 'Close',

  'containers.removal': 'If the image were removed',
  'containers.removal.held': message<
    Count & { running: number; run: 'none' | 'all' | 'some'; names: string }
  >(
    'It can’t be removed: {count, plural, one {# container made from it is} other {# containers made from it are}} still there{run, select, none {} all {, {count, plural, one {and runs} other {and all run}}} other {, {running, number} of them running}}. {names} must go first (docker rm), and what {count, plural, one {it has written goes with it} other {they have written goes with them}}.',
  ),
  'containers.removal.held.more': message<Count & { names: string }>('{names} and {count, number} more'),
  'containers.removal.above': message<Count & { names: string }>(
    'The engine keeps it for {names}, built on it step by step; {count, plural, one {that goes} other {those go}} first.',
  ),
  'containers.removal.free': 'Nothing stands in the way of removing it.',
  'containers.removal.names': message<Count>('All {count} names go with it.'),
  'containers.removal.noSpace': 'No space comes free: other images stand on every layer.',
  'containers.removal.goes': message<Going>(
    '{count, plural, one {# layer with {bytes} goes.} other {# layers with {bytes} go.}}',
  ),
  'containers.removal.goesAndStays': message<Going & { stay: number }>(
    '{count, plural, one {# layer with {bytes} goes} other {# layers with {bytes} go}}; {stay, plural, one {# layer stays, as other images stand on it.} other {# layers stay, as other images stand on them.}}',
  ),
} as const;
