/** What main says itself, outside of any page: menu bar, native dialogs and questions, notifications. */
import { message } from '../message.js';

export const shell = {
  // An & stands before the letter that opens a menu, where the platform has those.
  'shell.menu.file': '&File',
  'shell.menu.edit': 'Edit',
  'shell.menu.image': '&Image',
  'shell.menu.build': '&Build',
  'shell.menu.registry': '&Registry',
  'shell.menu.go': '&Go',
  'shell.menu.view': '&View',
  'shell.menu.window': 'Window',
  'shell.menu.help': '&Help',
  'shell.menu.settings': 'Settings…',
  'shell.menu.about': 'About Strata',
  'shell.menu.services': 'Services',
  'shell.menu.hide': 'Hide Strata',
  'shell.menu.hideOthers': 'Hide Others',
  'shell.menu.unhide': 'Show All',
  'shell.menu.quit': 'Quit',
  'shell.menu.quitStrata': 'Quit Strata',
  'shell.menu.exit': 'Exit',
  'shell.menu.close': 'Close',
  'shell.menu.closeWindow': 'Close Window',
  'shell.menu.reload': 'Reload',
  'shell.menu.toggleDevTools': 'Toggle Developer Tools',
  'shell.menu.togglefullscreen': 'Toggle Full Screen',
  'shell.menu.undo': 'Undo',
  'shell.menu.redo': 'Redo',
  'shell.menu.cut': 'Cut',
  'shell.menu.copy': 'Copy',
  'shell.menu.paste': 'Paste',
  'shell.menu.pasteAndMatchStyle': 'Paste and Match Style',
  'shell.menu.delete': 'Delete',
  'shell.menu.selectAll': 'Select All',
  'shell.menu.speech': 'Speech',
  'shell.menu.startSpeaking': 'Start Speaking',
  'shell.menu.stopSpeaking': 'Stop Speaking',
  'shell.menu.minimize': 'Minimize',
  'shell.menu.zoom': 'Zoom',
  'shell.menu.front': 'Bring All to Front',

  'shell.file.all': 'All files',
  'shell.file.archives': 'Archives',
  'shell.file.saveArchive': 'Save archive',
  'shell.file.loadArchive': 'Load archive',
  'shell.file.project': 'Choose a project folder',
  'shell.file.save': 'Save file',
  'shell.file.folder': message<{ name: string }>('Choose a folder to save “{name}” in'),

  'shell.close.running': message<{ count: number; title: string }>(
    '{count, plural, one {“{title}” is still running} other {# jobs are still running}}',
  ),
  'shell.close.running.detail':
    'Closing Strata cancels what is running. Finished build steps stay in the engine’s cache.',
  'shell.close.unsaved': message<{ count: number; file: string }>(
    '{count, plural, one {{file} isn’t saved} other {# files aren’t saved}}',
  ),
  'shell.close.unsaved.detail': 'Closing the window loses what was typed.',
  'shell.close.both': message<{ running: string; unsaved: string }>('{running}, and {unsaved}'),
  'shell.close.stay': 'Stay',
  'shell.close.cancelJobs': 'Cancel and close',
  'shell.close.loseText': 'Close without saving',

  'shell.link.question': 'Open this link in the browser?',
  'shell.link.where': message<{ host: string }>('It leads to {host}:'),
  'shell.link.stay': 'Stay here',
  'shell.link.open': 'Open in the browser',
  'shell.link.failed': 'The link could not be opened',
  'shell.link.failed.detail': 'The system opened no browser for it.',
  'shell.link.failed.remedy': 'Copy the link and open it there.',

  'shell.notice.done': 'Done',
  'shell.notice.failed': 'Failed',

  'shell.watchdog.hung': 'Strata’s window does not respond',
  'shell.watchdog.hung.detail':
    'It may be busy, or stuck. Builds, pushes and other jobs go on, and are under Activity afterwards.',
  'shell.watchdog.died': 'Strata’s window has crashed',
  'shell.watchdog.died.detail':
    'What was typed and not saved is lost. Builds, pushes and other jobs go on, and are under Activity afterwards.',
  'shell.watchdog.reload': 'Reload',
  'shell.watchdog.wait': 'Wait',
  'shell.watchdog.close': 'Close',

  'shell.foreign.unmarked': 'That this machine isn’t yours can’t be kept in mind',
  'shell.foreign.unmarked.detail': message<{ folder: string }>(
    'The mark in {folder} can’t be written or removed.',
  ),
  'shell.foreign.unmarked.remedy': 'Look at the folder’s permissions and the free space, then try again.',
  'shell.foreign.busy': 'Strata can’t restart now',
  'shell.foreign.busy.detail':
    'A build, push or other work is running, or a Dockerfile has changes that aren’t saved.',
  'shell.foreign.busy.remedy': 'Finish or cancel it, then try again.',
  'shell.foreign.left': 'Something is left on this machine',
  'shell.foreign.left.detail': message<{ folder: string }>(
    'Strata could not erase {folder}. It tries again when it starts; or erase the folder by hand.',
  ),
} as const;
