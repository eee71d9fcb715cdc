/** The screen “Settings”. */
import { message } from '../message.js';

export const settings = {
  'settings.title': 'Settings',
  'settings.theme': 'Theme',
  'settings.theme.system': 'System',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.theme.contrast': 'High contrast',
  'settings.language': 'Language',
  'settings.language.system': message<{ language: string }>('As the system ({language})'),

  'settings.zoom': 'Zoom',
  'settings.zoom.smaller': 'Smaller',
  'settings.zoom.larger': 'Larger',
  'settings.zoom.actual': 'Actual size',

  'settings.notices': 'Notifications',
  'settings.notices.wanted': 'Say when a build, push or pull ends while another window is in front',

  'settings.history': 'Build history',
  'settings.history.used': message<{ builds: number; size: string }>(
    '{builds, plural, one {# build} other {# builds}}, {size} used.',
  ),
  'settings.history.damaged': message<{ count: number }>(
    '{count, plural, one {One record could not be read and lies aside in the folder “builds/damaged”.} other {# records could not be read and lie aside in the folder “builds/damaged”.}}',
  ),
  'settings.history.limit': 'Keep up to',
  'settings.history.clear': 'Clear build history',
  'settings.history.order': 'The oldest builds go first; the last of each project stays as long as it fits.',
  'settings.history.clear.question': 'Clear the build history?',
  'settings.history.clear.verb': 'Clear history',
  'settings.history.clear.what':
    'What past builds did, said and took is forgotten, for all projects, and so are the moves of tags that were seen. Images and the engine’s cache stay.',

  'settings.foreign': 'A machine of somebody else',
  'settings.foreign.on': 'This machine isn’t mine',
  'settings.foreign.off': 'This machine is mine again',
  'settings.foreign.restart': 'Restart Strata',
  'settings.foreign.next.on': 'From the next start on, Strata keeps nothing here.',
  'settings.foreign.next.off': 'From the next start on, Strata remembers again.',
  'settings.foreign.inMemory':
    'Nothing of this run stays on this machine. What it writes lies in memory alone.',
  'settings.foreign.onDisk':
    'Nothing of this run stays on this machine. What it writes lies on disk until it ends, in a folder that only you can read.',
  'settings.foreign.erased': message<{ names: string }>('Erased at this start: {names}.'),
  'settings.foreign.means':
    'While it isn’t yours, logins last until Strata quits, and no history of projects and registries outlives it; what a crash leaves behind is erased at the next start. Images, and docker’s own config, stay.',
  'settings.foreign.question': 'Keep nothing on this machine?',
  'settings.foreign.verb': 'Keep nothing',
  'settings.foreign.cancel': 'Cancel',
  'settings.foreign.here': 'What is here already',
  'settings.foreign.here.erase':
    'Log out everywhere now, and erase histories, settings and logs at the next start',
  'settings.foreign.here.leave': 'Leave it, unused, until this machine is mine again',

  'settings.helper': 'Docker’s logins',
  'settings.helper.means':
    'docker and other tools can ask Strata for the logins in the keychain, through <helper>docker-credential-strata</helper>: then <code>docker login</code> writes no password into a file.',
  'settings.helper.all': 'docker asks Strata for all registries',
  'settings.helper.path': message<{ folder: string }>(
    'docker finds the helper only if its folder is in PATH. Add {folder} to PATH in your shell’s profile.',
  ),
  'settings.helper.list': 'Registries for which docker asks Strata',
  'settings.helper.stop': 'Stop',
  'settings.helper.stop.name': message<{ registry: string }>('Stop for {registry}'),
  'settings.helper.one': 'For one registry only',
  'settings.helper.add': 'Add',
  'settings.helper.on.question': 'Have docker ask Strata?',
  'settings.helper.on.verb': 'Switch on',
  'settings.helper.on.what':
    'docker’s config names Strata as its helper. Logins that lie in the file itself are not used then: the screen “Registries” moves them to the keychain.',
  'settings.helper.off.question': 'Have docker ask Strata no longer?',
  'settings.helper.off.verb': 'Switch off',
  'settings.helper.off.what':
    'What was there before comes back. Logins stay in the keychain, for Strata alone.',
  'settings.helper.keep': 'Leave it',

  'settings.engine': 'Engine',
  'settings.engine.endpoint': 'Endpoint',
  'settings.engine.origin': 'Chosen by',
  'settings.engine.version': 'Version',
  'settings.engine.connecting': 'Connecting…',
  'settings.engine.classic': 'classic builder',
  'settings.origin.DOCKER_HOST': 'Named by DOCKER_HOST',
  'settings.origin.context': 'Named by a docker context',
  'settings.origin.contextNamed': message<{ name: string }>('Named by the docker context “{name}”'),
  'settings.origin.default': 'Docker’s default on this computer',
  'settings.origin.found': message<{ name: string }>('Found where {name} puts its socket'),
  'settings.origin.foundUnnamed': 'Found where a known program puts its socket',

  'settings.runtime': 'Runtime',
  'settings.runtime.electron': message<{ electron: string; chrome: string; node: string }>(
    '{electron}, with Chrome {chrome} and Node {node}',
  ),
  'settings.runtime.which': 'Which one',
  'settings.runtime.packaged': 'The one that Strata was packaged with',
  'settings.runtime.official': 'The official build that this version of Strata was made for',
  'settings.runtime.override': 'The one that ELECTRON_OVERRIDE_DIST_PATH names',
  'settings.runtime.compatibility':
    'The compatibility runtime: an older Electron, used for development where the official build can’t be downloaded',
  'settings.sandbox': 'Sandbox',
  'settings.sandbox.on': 'On',
  'settings.sandbox.off':
    'Off, because Strata runs as root and Chromium refuses to sandbox root. Start it as another user to turn it on.',

  'settings.files': 'Files',
  'settings.files.home': 'Strata writes to',
  'settings.files.home.copy': 'Copy the folder',
  'settings.files.log': 'Log',
  'settings.files.log.copy': 'Copy the log’s path',

  'settings.about': 'About',
  'settings.about.report': 'Copy report…',
  'settings.about.what':
    'The report says which versions run, and how the log ends. You see it before it is copied.',
} as const;
