/** Parts that several screens share: buttons, failures, activity, strata, layers on their way. */
import { message } from '../message.js';

type Count = { count: number };
type Name = { name: string };

export const components = {
  'components.close': 'Close',
  'components.copied': 'Copied',
  'components.copyLine': 'Copy the line',
  'components.details': 'Details',
  'components.again': 'Try again',
  'components.keep': 'Keep it',
  'components.more': 'Show more',
  'components.moreOf': message<{ shown: number; all: number }>('{shown, number} of {all, number}'),
  'components.allow.http': 'Allow plain http',
  'components.allow.host': message<{ host: string }>('Allow {host}'),
  'components.allowed': 'Allowed. It can be taken back under Registries.',
  'components.diff.added': 'Added:',
  'components.diff.removed': 'Removed:',
  'components.change.erase': message<{ program: string }>('{program} is asked to erase its entry.'),
  'components.change.file': message<{ path: string }>('Changes in {path}'),

  'components.reference.hint': 'app:1.2, or registry.example.com/team/app:1.2 for a registry of your own.',
  'components.reference.digest':
    'A digest names one exact image and can’t be given. Leave out everything from the @ on.',
  'components.reference.registry': message<Name>('Registry {name}'),
  'components.reference.repository': message<Name>('repository {name}'),
  'components.reference.tag': message<Name>('tag {name}'),
  'components.reference.latest': 'tag latest, as none is written',
  'components.reference.exact': 'exactly this digest',
  'components.reference.inFull': message<{ parts: string; full: string }>('{parts}. In full: {full}'),

  'components.activity': 'Activity',
  'components.activity.running': message<Count>('{count, plural, one {running} other {running}}'),
  'components.activity.none':
    'Builds, pushes, pulls and other long work show here while they run, and stay until you dismiss them.',
  'components.activity.list': 'Jobs',
  'components.job.progress': message<Name>('Progress of {name}'),
  'components.job.open': 'Open',
  'components.job.open.name': message<Name>('Open {name}'),
  'components.job.cancel': 'Cancel',
  'components.job.cancel.name': message<Name>('Cancel {name}'),
  'components.job.dismiss': message<Name>('Dismiss {name}'),
  'components.job.status.running': 'Running',
  'components.job.status.done': 'Done',
  'components.job.status.failed': 'Failed',
  'components.job.status.cancelled': 'Cancelled',
  'components.job.place': message<{ engine: string }>('on {engine}'),
  'components.job.cancelling': 'Cancelling…',

  'components.strata': 'Strata',
  'components.strata.bands': 'Bands',
  'components.strata.own': 'only here',
  'components.strata.shared': 'shared',
  'components.strata.alone': 'in no other image',
  'components.strata.with': message<{ users: string }>('shared with {users}'),
  'components.users.two': message<{ one: string; other: string }>('{one} and {other}'),
  'components.users.more': message<{ one: string; other: string; count: number }>(
    '{one}, {other} and {count, number, ::group-off} more',
  ),

  'components.layer.notPushed': 'Not pushed',
  'components.layer.notPulled': 'Not pulled',
  'components.layer.waiting': 'Waiting',
  'components.layer.preparing': 'Preparing',
  'components.layer.checking': 'Checking',
  'components.layer.pushing': 'Pushing',
  'components.layer.pulling': 'Pulling',
  'components.layer.inRegistry': 'Already in the registry',
  'components.layer.here': 'Already on this computer',
  'components.layer.mounted': 'Taken from another repository',
  'components.layer.mountedFrom': message<Name>('Taken from {name}'),
  'components.layer.pushed': 'Pushed',
  'components.layer.pulled': 'Pulled',
  'components.layer.failed': 'Failed',
  'components.layer.progress': message<Name>('Layer {name}'),

  'components.transfer.push': 'Layers to push',
  'components.transfer.pull': 'Layers to pull',
  'components.transfer.all': 'All layers',
  'components.transfer.bytes': message<{ current: string; total: string }>('{current} of {total}'),
  'components.transfer.layers': message<{ settled: number; layers: number }>(
    '{settled, number} of {layers, plural, one {# layer} other {# layers}}',
  ),
  'components.transfer.spared': message<Count>(
    '{count, plural, one {# needn’t travel} other {# needn’t travel}}',
  ),
  'components.transfer.left': message<{ time: string }>('{time} left'),
} as const;
