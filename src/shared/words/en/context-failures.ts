/** What is wrong with a project’s folder, its Dockerfile or its context, and what to do about it. */
import { message } from '../message.js';

export const contextFailures = {
  'contextFailures.noFolder': message<{ folder: string }>('{folder} is not a folder'),
  'contextFailures.noFolder.detail': 'A project is a folder with a Dockerfile in it.',
  'contextFailures.noFolder.remedy': 'Choose the folder that the file lies in.',
  'contextFailures.folder.missing': message<{ folder: string }>('The folder {folder} isn’t there'),
  'contextFailures.folder.unreadable': message<{ folder: string }>('The folder {folder} can’t be read'),
  'contextFailures.folder.missing.detail': 'It was moved, renamed or deleted, or never was.',
  'contextFailures.folder.unreadable.detail': 'The system doesn’t let Strata look into it.',
  'contextFailures.folder.missing.remedy': 'Check the path, or choose the folder again.',
  'contextFailures.folder.unreadable.remedy': 'Change its permissions, or choose another folder.',

  'contextFailures.changed': message<{ name: string }>('{name} has changed meanwhile'),
  'contextFailures.changed.shown': 'Another program, or you, wrote it after it was shown here.',
  'contextFailures.changed.again': 'Look at it again: nothing was written.',
  'contextFailures.notChanged': message<{ name: string }>('{name} isn’t changed'),
  'contextFailures.leadsOut': 'It is a link to a file outside the project folder.',
  'contextFailures.leadsOut.remedy': 'Change that file yourself, or replace the link with a file.',
  'contextFailures.noText': 'It is not valid UTF-8, so Strata can’t keep the rest of it as it is.',
  'contextFailures.noText.remedy': 'Save it as UTF-8.',

  'contextFailures.pattern': message<{ name: string }>('{name} has a pattern that means nothing'),
  'contextFailures.pattern.detail': message<{ pattern: string }>(
    '“{pattern}” can’t match any path, so the engine would refuse it.',
  ),
  'contextFailures.pattern.remedy':
    'Correct the pattern, or put a backslash before a character that is meant as it is.',

  'contextFailures.lookedAnew.all': 'The context was looked through anew',
  'contextFailures.lookedAnew': message<{ path: string }>('{path} was looked through anew'),
  'contextFailures.lookedAnew.detail': 'What was found before is no longer kept.',
  'contextFailures.lookedAnew.remedy': 'Look again.',
  'contextFailures.survey': 'The context could not be looked through',
  'contextFailures.survey.detail': 'Something went wrong that Strata didn’t foresee.',
  'contextFailures.survey.remedy': 'Look again. If it happens again, please report it with the log.',

  'contextFailures.folder.gone': message<{ folder: string }>('The folder {folder} is gone'),
  'contextFailures.folder.gone.detail': 'It was moved, renamed or deleted.',
  'contextFailures.folder.gone.remedy': 'Choose the project folder again.',
  'contextFailures.cantSend': message<{ path: string }>('{path} can’t be sent'),
  'contextFailures.badName': 'Its name is not valid UTF-8.',
  'contextFailures.badName.remedy': 'Rename it, or name it in .dockerignore if the build doesn’t need it.',
  'contextFailures.unsendable.remedy': 'Remove it, or name it in .dockerignore.',
  'contextFailures.unreadable': message<{ path: string }>('{path} can’t be read'),
  'contextFailures.unreadable.denied': 'You aren’t allowed to read it.',
  'contextFailures.unreadable.error': 'The system gave an error while it was read.',
  'contextFailures.unreadable.remedy':
    'Change its permissions, or name it in .dockerignore if the build doesn’t need it.',
  'contextFailures.unsteady': message<{ path: string }>('{path} changed while it was sent'),
  'contextFailures.unsteady.gone': 'It was deleted or renamed.',
  'contextFailures.unsteady.shorter': 'It became shorter.',
  'contextFailures.unsteady.remedy': 'Build again when nothing writes to the project folder.',
  'contextFailures.unwritable': message<{ name: string }>('{name} can’t be written'),
  'contextFailures.unwritable.full': 'There is no room left.',
  'contextFailures.unwritable.denied': 'The system doesn’t let Strata write it.',
  'contextFailures.unwritable.full.remedy': 'Make room, then try again.',
  'contextFailures.unwritable.denied.remedy': 'Change the permissions of the file and its folder.',

  'contextFailures.nobodyLooks': 'Nobody looks at the context any more',

  'contextFailures.noDockerfile': message<{ dockerfile: string; folder: string }>(
    'There is no {dockerfile} in {folder}',
  ),
  'contextFailures.noDockerfile.detail': message<{ path: string }>(
    'A build follows a Dockerfile, and {path} isn’t there.',
  ),
  'contextFailures.noDockerfile.remedy': 'Choose another Dockerfile or folder, or write one.',
  'contextFailures.dockerfile.outside':
    'It lies outside the project folder, and only what is inside is sent to the engine.',
  'contextFailures.dockerfile.noFile': 'It is not a file.',
  'contextFailures.dockerfile.large': 'It is larger than 2 MB, which no Dockerfile is.',
  'contextFailures.dockerfile': message<{ name: string }>('{name} can’t be used'),
  'contextFailures.dockerfile.remedy': 'Choose another Dockerfile.',

  'contextFailures.changed.moved': 'It was moved, renamed or deleted after it was read here.',
  'contextFailures.changed.written': 'Another program, or you, wrote it after it was read here.',
  'contextFailures.unwritable.noFolder': 'The folder that it lay in isn’t there any more.',
  'contextFailures.unwritable.noFolder.remedy':
    'Put the folder back, or copy the text to where it is wanted.',
  'contextFailures.notWritten': message<{ name: string }>('{name} isn’t written'),
  'contextFailures.notWritten.large': 'It would be larger than 2 MB, which no Dockerfile is.',
  'contextFailures.notWritten.large.remedy':
    'Make it shorter: what is that large belongs into a file of the context.',
  'contextFailures.changed.remedy': 'Look at what it is now, then keep one of the two: nothing was written.',

  'contextFailures.unsendable.socket':
    'It is a socket, and only files, folders and links can be part of an image.',
  'contextFailures.unsendable.pipe':
    'It is a pipe, and only files, folders and links can be part of an image.',
  'contextFailures.unsendable.device':
    'It is a device, and only files, folders and links can be part of an image.',
} as const;
