/** How a project is built: Dockerfile, stage, platform, arguments, secrets and the rarer options. */
import { message } from '../message.js';

type Row = { kind: 'argument' | 'label'; place: number };
type Named = { name: string };

export const options = {
  'options.stage': 'Target stage',
  'options.stage.last': 'The last one',
  'options.platform': 'Platform',
  'options.platform.own': 'The engine’s own',
  'options.ignoreCache': 'Ignore the cache',
  'options.ignoreCache.which': 'Of which stage',
  'options.ignoreCache.every': 'of every stage',
  'options.ignoreCache.of': message<{ stage: string }>('of {stage}'),
  'options.pullBase': 'Always pull base images',
  'options.sshAgent': 'Give RUN steps the ssh agent',
  'options.copyCommand': 'Copy as docker command',

  'options.arguments': 'Build arguments',
  'options.arguments.none': 'This Dockerfile declares none.',
  'options.labels': 'Labels',
  'options.labels.none': 'None besides those of the Dockerfile.',
  'options.pairs.value': 'Value',
  'options.pairs.remove': 'Remove',
  'options.pairs.nameOf': message<Row>('Name of {kind, select, argument {argument} other {label}} {place}'),
  'options.pairs.unnamed': message<Row>('{kind, select, argument {argument} other {label}} {place}'),
  'options.pairs.valueOf': message<Named>('Value of {name}'),
  'options.pairs.notSet': 'not set',
  'options.pairs.removeOne': message<Named>('Remove {name}'),
  'options.pairs.add': message<{ kind: 'argument' | 'label' }>(
    'Add {kind, select, argument {argument} other {label}}',
  ),

  'options.secrets': 'Secrets',
  'options.secrets.from': 'From',
  'options.secrets.source': 'File or variable',
  'options.secrets.remove': 'Remove',
  'options.secrets.unnamed': message<{ place: number }>('secret {place}'),
  'options.secrets.idOf': message<{ place: number }>('Id of secret {place}'),
  'options.secrets.whereFrom': message<Named>('Where {name} comes from'),
  'options.secrets.from.file': 'File',
  'options.secrets.from.environment': 'Environment',
  'options.secrets.fileOf': message<Named>('File of {name}'),
  'options.secrets.variableOf': message<Named>('Variable of {name}'),
  'options.secrets.filePlaceholder': 'in the project folder, or a whole path',
  'options.secrets.variablePlaceholder': 'NAME',
  'options.secrets.removeOne': message<Named>('Remove {name}'),
  'options.secrets.none': 'None. A RUN takes one with --mount=type=secret,id=…',
  'options.secrets.add': 'Add secret',

  'options.more': 'More options',
  'options.moreNames': 'More names',
  'options.moreNames.hint': 'The image gets these as well; spaces between them.',
  'options.reuse': 'Reuse layers of',
  'options.reuse.hint': 'Images that were built with their cache inside.',
  'options.network': 'Network of RUN steps',
  'options.network.default': 'The engine’s usual one',
  'options.network.none': 'None',
  'options.network.host': 'The engine’s own machine',
} as const;
