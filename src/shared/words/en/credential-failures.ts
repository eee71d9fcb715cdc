/** Why a login could not be kept, moved, erased or read, and what to do about it. */
import { message } from '../message.js';

export const credentialFailures = {
  'credentialFailures.file.form': 'It is not in the form that docker writes.',
  'credentialFailures.file.nested': 'It is nested too deeply.',
  'credentialFailures.file.json': 'It is not valid JSON.',

  'credentialFailures.dockersNotErased': message<{ registry: string }>(
    'Docker’s login for {registry} was not erased',
  ),
  'credentialFailures.dockersNotErased.remedy': message<{ registry: string }>(
    'Try “docker logout {registry}” in a terminal.',
  ),

  'credentialFailures.launcher': 'Docker can’t be given Strata’s helper',
  'credentialFailures.launcher.detail': message<{ path: string }>(
    '{path} is there already, and not Strata’s.',
  ),
  'credentialFailures.launcher.remedy': 'Move that file away, then try again.',

  'credentialFailures.gone': 'That login is no longer there',
  'credentialFailures.gone.detail': message<{ path: string }>('{path} has changed since it was read.'),
  'credentialFailures.gone.remedy': 'Look at the list again.',
  'credentialFailures.hasAnother': message<{ registry: string }>('Strata has a login for {registry} already'),
  'credentialFailures.hasAnother.detail': message<{ username: string }>(
    'It is for {username}, and not the one in docker’s file.',
  ),
  'credentialFailures.hasAnother.remedy': 'Log out of one of the two first.',
  'credentialFailures.notReadBack': message<{ registry: string }>('The login for {registry} was not moved'),
  'credentialFailures.notReadBack.detail':
    'The keychain took it, but did not give it back as it was. Docker’s file was not touched.',
  'credentialFailures.noWayBack': 'There is no way back any more',
  'credentialFailures.noWayBack.detail': 'It is kept until the window closes or you log out there.',
  'credentialFailures.noWayBack.remedy':
    'Log in with docker itself, if it should keep the login in its file.',

  'credentialFailures.changed.notPlanned': 'It is not planned any more. Nothing was written.',
  'credentialFailures.changed.file': message<{ path: string }>(
    '{path} is not as it was shown. Nothing was written.',
  ),
  'credentialFailures.unreadable': 'Docker’s config can’t be read',
  'credentialFailures.file': message<{ path: string }>('The file is {path}.'),
  'credentialFailures.unreadable.remedy': 'Mend the file, or move it aside.',
  'credentialFailures.changed': 'Docker’s config has changed meanwhile',
  'credentialFailures.changed.remedy': 'Look at the change again.',

  'credentialFailures.notChanged': 'Docker’s config could not be changed',
  'credentialFailures.notChanged.busy': message<{ path: string }>('Another program keeps writing to {path}.'),
  'credentialFailures.notChanged.busy.remedy': 'Let docker finish what it does, then try again.',
  'credentialFailures.notChanged.detail': message<{ path: string }>('The file {path} is as it was.'),
  'credentialFailures.freeSpace': 'Free some space on the disk.',
  'credentialFailures.notChanged.permissions':
    'Look at the permissions of the file and its folder, and whether docker can read it.',

  'credentialFailures.file.forbidden': 'Strata is not allowed to.',

  'credentialFailures.index.read': 'The list of logins can’t be read',
  'credentialFailures.index.write': 'The list of logins can’t be written',
  'credentialFailures.index.damaged': 'The list of logins was damaged',
  'credentialFailures.index.damaged.detail': message<{ aside: string }>(
    'It was set aside as {aside}. The keychain still holds the passwords, but Strata no longer knows of which.',
  ),
  'credentialFailures.index.damaged.remedy':
    'Log in again where you need to; that takes the place of the old password.',
  'credentialFailures.permissions': 'Look at the permissions of the file and its folder.',

  'credentialFailures.prefix': message<{ prefix: string }>(
    '“{prefix}” can’t be the beginning of a repository’s name',
  ),
  'credentialFailures.prefix.detail': 'Names there are lower case, with parts between slashes.',
  'credentialFailures.prefix.remedy': message<{ registry: string }>(
    'Type {registry} alone for all of the registry, or {registry}/team for what lies below that.',
  ),

  'credentialFailures.nothingKept': 'Nothing is kept on this machine',
  'credentialFailures.nothingKept.detail':
    'You have said that it isn’t yours, so logins last until Strata quits.',
  'credentialFailures.nothingKept.remedy':
    'Choose “Only until Strata quits”, or say under Settings that the machine is yours.',

  'credentialFailures.nul': 'That login can’t be kept',
  'credentialFailures.nul.detail': 'The user name or the password holds a NUL character.',
  'credentialFailures.nul.remedy': 'Type it in again instead of pasting it.',
  'credentialFailures.notErased': message<{ place: string }>('The login for {place} could not be erased'),
  'credentialFailures.notErased.detail': 'The keychain still holds it.',
  'credentialFailures.notErased.remedy': message<{ service: string }>(
    'Try again, or remove the entry “{service}” with the keychain’s own program.',
  ),

  'credentialFailures.address.username': 'That address holds a user name',
  'credentialFailures.address.username.detail': 'Give only the host here.',
  'credentialFailures.address': message<{ text: string }>('“{text}” is not a registry’s address'),
  'credentialFailures.address.host': 'It is a host name, with a port if it needs one.',
  'credentialFailures.address.short': 'A host without a dot or a port can’t stand in an image name.',
  'credentialFailures.address.remedy':
    'An address looks like docker.io, ghcr.io or registry.example.com:5000.',

  'credentialFailures.keychain.title.linux': 'The system keyring can’t be used',
  'credentialFailures.keychain.title.darwin': 'The macOS Keychain can’t be used',
  'credentialFailures.keychain.title.win32': 'Windows Credential Manager can’t be used',
  'credentialFailures.keychain.no-bus':
    'There is no D-Bus session, through which programs reach the keyring.',
  'credentialFailures.keychain.no-service': 'No keyring is running: nothing answers as the Secret Service.',
  'credentialFailures.keychain.locked': 'It is locked.',
  'credentialFailures.keychain.denied': 'Strata was not allowed to use it.',
  'credentialFailures.keychain.hangs': 'It did not answer in time. It may be waiting to be unlocked.',
  'credentialFailures.keychain.ended': 'It stopped before it answered.',
  'credentialFailures.keychain.too-long': 'The password or token is too long for it.',
  'credentialFailures.keychain.other': 'It refused, for the reason given below.',
  'credentialFailures.keychain.not-loaded.linux':
    'The part of Strata that speaks with the system keyring could not be loaded.',
  'credentialFailures.keychain.not-loaded.darwin':
    'The part of Strata that speaks with the macOS Keychain could not be loaded.',
  'credentialFailures.keychain.not-loaded.win32':
    'The part of Strata that speaks with Windows Credential Manager could not be loaded.',
  'credentialFailures.keychain.unlock.linux':
    'Unlock it with your keyring’s own program (such as Passwords and Keys) and try again, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.unlock.darwin':
    'Unlock “login” in Keychain Access and try again, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.unlock.win32':
    'Sign in to Windows again and try again, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.again': 'Try again, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.installLibrary':
    'Install libsecret (package libsecret-1-0), or choose “Only until Strata quits”.',
  'credentialFailures.keychain.installStrata': 'Install Strata again, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.remedy.no-bus':
    'Start Strata from a desktop session, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.remedy.no-service':
    'Install and start GNOME Keyring or KWallet, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.remedy.denied': 'Try again and allow it, or choose “Only until Strata quits”.',
  'credentialFailures.keychain.remedy.too-long': 'Use a shorter token, or choose “Only until Strata quits”.',

  'credentialFailures.helper.missing': message<{ helper: string }>('{helper} is not installed'),
  'credentialFailures.helper.lineBreak': 'the address holds a line break',
  'credentialFailures.helper.hangs': message<{ helper: string }>('{helper} did not answer in time'),
  'credentialFailures.helper.notStarted': message<{ helper: string }>('{helper} could not be started'),
  'credentialFailures.helper.tooMuch': message<{ helper: string }>('{helper} said more than a login can be'),
  'credentialFailures.helper.ended': message<{ helper: string; code: number }>('{helper} ended with {code}'),
  'credentialFailures.helper.unreadable': message<{ helper: string }>(
    '{helper} gave no answer that can be read',
  ),

  'credentialFailures.dockersNotErased.detail': message<{ why: string }>(
    '{why}. Docker’s files were not touched.',
  ),

  'credentialFailures.file.noFile': 'it is not a file',
  'credentialFailures.file.large': 'it is larger than 1 MB',
  'credentialFailures.file.noText': 'it is not text in UTF-8',
} as const;
