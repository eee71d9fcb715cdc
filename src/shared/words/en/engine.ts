/** The engine: whether it answers, where it was looked for, and the choice of another. */
import { message } from '../message.js';

type Address = { address: string };
type Name = { name: string };

export const engine = {
  'engine.status': 'Engine',
  'engine.connecting': 'Connecting…',
  'engine.none': 'No engine',
  'engine.version': message<{ version: string }>('Engine {version}'),
  'engine.choose': 'Choose an engine',

  'engine.start': message<Name>('Start {name}'),
  'engine.starting': 'Starting…',
  'engine.trying': 'Trying…',
  'engine.elsewhere': 'Look elsewhere…',
  'engine.tried.DOCKER_HOST': message<Address>('Tried {address}, named by DOCKER_HOST.'),
  'engine.tried.default': message<Address>('Tried {address}, docker’s default.'),
  'engine.tried.context': message<Address>('Tried {address}, named by the docker context.'),
  'engine.tried.contextNamed': message<Address & Name>(
    'Tried {address}, named by the docker context “{name}”.',
  ),
  'engine.tried.found': message<Address & Name>('Tried {name} at {address}.'),
  'engine.tried.foundUnnamed': message<Address>('Tried a known program at {address}.'),

  'engine.places': 'Engines',
  'engine.places.looking': 'Looking where engines may be…',
  'engine.places.absent': 'Also looked at',
  'engine.places.absent.count': message<{ count: number }>('{count, number}, nothing there'),
  'engine.places.chosen':
    'Your choice is kept for later starts, unless DOCKER_HOST or DOCKER_CONTEXT names another.',
  'engine.places.follow': 'Follow docker’s own choice',
  'engine.places.followed': 'Strata follows docker: DOCKER_HOST, the context in use, or the default.',
  'engine.places.again': 'Look again',
  'engine.places.busy': 'Looking…',

  'engine.place.inUse': 'in use',
  'engine.place.tried': 'tried now',
  'engine.place.chosen': 'chosen by you',
  'engine.place.environment': 'environment',
  'engine.place.context': 'docker context',
  'engine.place.copy': 'Copy the line',
  'engine.place.use': 'Use',
  'engine.place.use.name': message<Name>('Use {name}'),
} as const;
