/** Why Strata could not be updated, and what to do about it. */
import { message } from '../message.js';

export const updateFailures = {
  'updateFailures.larger': message<{ size: number }>(
    'It is larger than the {size} bytes that were signed. It was thrown away.',
  ),
  'updateFailures.otherSum': 'Its SHA-512 is not the one that was signed. It was thrown away.',
  'updateFailures.notKept': 'The update can’t be kept',
  'updateFailures.notKept.detail': 'There is no room for it, or Strata may not write to its own folder.',
  'updateFailures.notKept.remedy':
    'Make room, or look at the folder’s permissions, then download it again. Settings names the folder.',
  'updateFailures.unreachable': message<{ host: string }>('Updates can’t be asked for at {host}'),
  'updateFailures.unreachable.detail': 'The address doesn’t answer, or can’t be trusted.',
  'updateFailures.unreachable.remedy': 'Check the network, then try again.',
  'updateFailures.none': message<{ host: string }>('{host} has no updates to offer'),
  'updateFailures.none.detail': message<{ status: number; path: string }>(
    'It answered {status} when it was asked for {path}.',
  ),
  'updateFailures.none.remedy':
    'Try again later. If it stays so, look where you got Strata whether updates are somewhere else now.',
  'updateFailures.refused': 'The update is refused',
  'updateFailures.tooMuch': message<{ host: string; size: number; path: string }>(
    '{host} sent more than {size} KiB for {path}, which no such file has.',
  ),
  'updateFailures.tooMuch.remedy': 'Nothing was changed. Try again later, on another network if you can.',
  'updateFailures.other': message<{ file: string }>('{file} is not what was signed'),
  'updateFailures.other.remedy': 'Nothing was installed. Try again later, on another network if you can.',
  'updateFailures.cut': message<{ file: string }>('{file} came only in part'),
  'updateFailures.cut.detail': message<{ bytes: number; size: number }>(
    '{bytes} of {size} bytes came before the connection ended.',
  ),
  'updateFailures.cut.remedy': 'Nothing was installed. Check the network, then download it again.',

  'updateFailures.older': message<{ offered: string; before: string }>(
    'The channel offers Strata {offered} and has offered {before} before: an old file is shown in place of the new one.',
  ),

  'updateFailures.notInstalled': message<{ version: string }>('Strata {version} was not installed'),
  'updateFailures.notInstalled.detail': message<{ version: string }>(
    'This is still Strata {version}. The system refused the package, or the question for a password was closed.',
  ),
  'updateFailures.notInstalled.remedy':
    'Check for updates to try it again, or get Strata in the way that you first did. The log says more.',
  'updateFailures.cancelled': message<{ version: string }>('The download of Strata {version} was cancelled'),
  'updateFailures.cancelled.detail': 'Nothing of it is kept.',
  'updateFailures.notOfferedYet': 'Strata to install is not on offer',
  'updateFailures.notOffered': message<{ version: string }>('Strata {version} is not on offer'),
  'updateFailures.notOffered.detail': 'What was found has changed since it was shown.',
  'updateFailures.notOffered.remedy': 'Check for updates again.',
  'updateFailures.cannot': 'This Strata doesn’t update itself',
  'updateFailures.cannot.detail': 'There is no place that it could ask.',
  'updateFailures.bug': 'Updates can’t be looked for',
  'updateFailures.bug.detail': 'That is a mistake of Strata’s.',
  'updateFailures.bug.remedy': 'Copy a report below and tell Strata’s maintainers.',

  'updateFailures.signature': message<{ file: string }>(
    'The signature of “{file}” doesn’t hold: it was made by somebody else, or the file was changed since.',
  ),
  'updateFailures.unreadable': message<{ file: string }>('“{file}” is signed and can’t be read.'),
  'updateFailures.otherFile': message<{ file: string; signed: string }>(
    '“{file}” was signed as “{signed}”, for another channel or another system.',
  ),
  'updateFailures.beta': message<{ version: string }>(
    'The channel Stable offers the beta version {version}.',
  ),
  'updateFailures.noPackage': message<{ version: string }>('Strata {version} has no package for this system'),
  'updateFailures.noPackage.detail': message<{ files: string; arch: string }>(
    'Among {files} is none for {arch} that could replace this one.',
  ),
  'updateFailures.noPackage.remedy': 'Look where you got Strata whether there is one in another form.',
  'updateFailures.refused.remedy':
    'Nothing was downloaded or changed. Try again later; if it stays so, get Strata in the way that you first did.',

  'updateFailures.changed': message<{ version: string }>('Strata {version} is not installed'),
  'updateFailures.changed.detail':
    'What was downloaded is gone, or was changed by something on this computer since.',
  'updateFailures.changed.remedy': 'Check for updates and download it again.',
  'updateFailures.notReady': message<{ version: string }>('Strata {version} can’t be made ready'),
  'updateFailures.notReady.detail': 'It was downloaded, and this system doesn’t take it.',
  'updateFailures.notReady.remedy':
    'Get Strata in the way that you first did. The log says more; Settings names it.',
} as const;
