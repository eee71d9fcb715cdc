/** Why a registry could not be logged in to, asked, pushed to or pulled from, and what to do about it. */
import { message } from '../message.js';

export const registryFailures = {
  'registryFailures.taken': message<{ name: string }>('{name} stands for another image'),
  'registryFailures.taken.now': message<{ digest: string }>('In the registry it is {digest}… now.'),
  'registryFailures.taken.remedy': 'Move it knowingly, or choose another tag.',
  'registryFailures.moreFall': 'More tags would fall with it',
  'registryFailures.moreFall.andOthers': message<{ names: string }>(
    '{names} and others stand for this digest by now, too.',
  ),
  'registryFailures.moreFall.these': message<{ names: string }>('{names} stand for this digest by now, too.'),
  'registryFailures.moreFall.remedy': 'Look again at what is deleted.',

  'registryFailures.noImage': message<{ name: string }>('{name} is not an image'),
  'registryFailures.noPlatform': message<{ name: string; platform: string }>(
    '{name} is not made for {platform}',
  ),
  'registryFailures.noImage.detail': 'It is an artifact of another kind: it has no layers to show.',
  'registryFailures.noPlatform.detail': 'The registry has it for other platforms.',

  'registryFailures.tooOften': message<{ registry: string }>('{registry} was asked too often from here.'),
  'registryFailures.tooOften.wait': message<{ registry: string; time: string }>(
    '{registry} was asked too often from here, and says to wait {time}.',
  ),
  'registryFailures.tooOften.login':
    'Wait, then try again. Registries often allow more to those who are logged in.',
  'registryFailures.tooOften.remedy': 'Wait, then try again.',
  'registryFailures.whoAsks': message<{ registry: string }>('{registry} wants to know who asks.'),
  'registryFailures.logIn': message<{ registry: string }>(
    'Log in to {registry} under Registries, then try again.',
  ),
  'registryFailures.loginRefused': message<{ registry: string; username: string }>(
    '{registry} doesn’t accept the login of “{username}” for this.',
  ),
  'registryFailures.loginRefused.remedy': message<{ registry: string }>(
    'Log in to {registry} again under Registries, or with an account that may do it.',
  ),
  'registryFailures.notOffered': message<{ registry: string }>('{registry} doesn’t offer this.'),
  'registryFailures.notOffered.remedy': 'Use the registry’s own web page or tools for it.',
  'registryFailures.notForAll': message<{ registry: string }>(
    '{registry} doesn’t allow it to everybody, or there is no such repository.',
  ),
  'registryFailures.notForUser': message<{ registry: string; username: string }>(
    '{registry} doesn’t allow “{username}” to do this, or there is no such repository.',
  ),
  'registryFailures.notForUser.remedy': 'Check the name, or log in with an account that may do it.',
  'registryFailures.nothing': message<{ registry: string }>('{registry} has nothing of that name.'),
  'registryFailures.nothing.remedy': 'Check the name.',
  'registryFailures.ownError': message<{ registry: string }>('{registry} answers with an error of its own.'),
  'registryFailures.later': 'Try again later.',
  'registryFailures.asNoRegistry': message<{ registry: string }>('{registry} answers as no registry does.'),
  'registryFailures.checkAddress': 'Check the address: it is the first part of the images’ names there.',
  'registryFailures.wait.seconds': message<{ seconds: number }>('{seconds} s'),
  'registryFailures.wait.minutes': message<{ minutes: number }>('{minutes} min'),
  'registryFailures.wait.hours': message<{ hours: number }>('{hours} h'),

  'registryFailures.notTheDigest': message<{ digest: string }>(
    'What the registry sent is not what {digest}… stands for.',
  ),
  'registryFailures.notTheDigest.remedy':
    'Try again. If it stays so, ask whoever runs the registry: its copy is damaged, or was tampered with.',

  'registryFailures.strange.more': message<{ limit: number }>('More than {limit} bytes came.'),
  'registryFailures.noCatalogue': message<{ registry: string }>('{registry} doesn’t list its repositories'),
  'registryFailures.noTags': message<{ repository: string }>('The tags of {repository} can’t be listed'),
  'registryFailures.strange.noList': 'It is no list of names.',
  'registryFailures.readManifest': message<{ name: string }>('Reading the manifest of {name} failed'),
  'registryFailures.strange.noManifest': 'It is no manifest that Strata knows.',
  'registryFailures.unresolved': message<{ registry: string; repository: string; reference: string }>(
    '{registry} doesn’t say what {repository}:{reference} is',
  ),
  'registryFailures.readConfig': message<{ repository: string }>(
    'Reading the settings of an image in {repository} failed',
  ),
  'registryFailures.strange.size': message<{ size: number }>('They are {size} bytes.'),
  'registryFailures.strange.noImage': 'It is not an image.',
  'registryFailures.blobUnknown': message<{ registry: string; repository: string }>(
    '{registry} doesn’t say whether it has a layer of {repository}',
  ),
  'registryFailures.readLayer': message<{ repository: string }>('Reading a layer of {repository} failed'),
  'registryFailures.write': message<{ name: string; registry: string }>(
    'Writing {name} to {registry} failed',
  ),
  'registryFailures.delete': message<{ name: string; registry: string }>(
    'Deleting {name} from {registry} failed',
  ),
  'registryFailures.badName': message<{ registry: string; name: string }>(
    '{registry} can’t be asked for “{name}”',
  ),
  'registryFailures.badName.detail': 'That is not a name that a repository, tag or digest can have.',
  'registryFailures.badName.remedy':
    'Repositories are lower case, as in library/alpine; tags have no slashes.',
  'registryFailures.strange': message<{ registry: string; detail: string }>(
    '{registry} sent something else than what was asked for. {detail}',
  ),
  'registryFailures.strange.remedy': 'Try again. If it stays so, ask whoever runs the registry.',

  'registryFailures.astray.nowhere': message<{ from: string }>(
    '{from} redirects to no address, where Strata does not follow.',
  ),
  'registryFailures.astray': message<{ from: string; to: string }>(
    '{from} redirects to {to}, where Strata does not follow.',
  ),
  'registryFailures.tampered': 'Ask whoever runs the registry. It may have been tampered with.',

  'registryFailures.notARegistry': message<{ registry: string }>('{registry} is not a registry'),
  'registryFailures.noToken': message<{ host: string }>('Its token service {host} gave no token.'),
  'registryFailures.stranger.nobody': message<{ registry: string }>(
    '{registry} wants the password sent to nobody',
  ),
  'registryFailures.stranger': message<{ registry: string; host: string }>(
    '{registry} wants the password sent to {host}',
  ),
  'registryFailures.stranger.allow': message<{ host: string; registry: string }>(
    'Allow it only if you know that {host} checks the logins of {registry}; whoever runs the registry can tell.',
  ),

  'registryFailures.notToTheEnd': message<{ host: string }>('{host} was not asked to the end'),

  'registryFailures.noWayIn':
    'It asks for a login, but names no way to log in that Strata or the engine knows.',

  'registryFailures.plan': 'What would travel can’t be said',
  'registryFailures.tags': 'The tags can’t be listed',
  'registryFailures.offer': 'What a pull brings can’t be said',

  'registryFailures.noAddress': 'It has no address.',
  'registryFailures.noKnownWayIn': 'It names no way to log in that Strata knows.',
  'registryFailures.login': message<{ registry: string }>('{registry} doesn’t accept this login'),
  'registryFailures.login.identity': 'It exchanges this identity token for nothing.',
  'registryFailures.login.identity.remedy': 'Ask for a new one: they end, and can be taken back.',
  'registryFailures.login.unknown': message<{ username: string }>(
    'It knows no user “{username}” with this password or token.',
  ),
  'registryFailures.login.unknown.remedy':
    'Check the user name and the password. Where two-factor login is on, use an access token.',
  'registryFailures.noIdentities': message<{ registry: string }>('{registry} doesn’t take identity tokens'),
  'registryFailures.noIdentities.detail': 'It has no token service, which would exchange them.',
  'registryFailures.noIdentities.remedy': 'Log in with a user name, and a password or access token.',
  'registryFailures.refusesMore': message<{ registry: string }>('{registry} refuses more requests for now'),
  'registryFailures.refusesMore.detail': 'It was asked too often from here.',
  'registryFailures.refusesMore.remedy': 'Wait a few minutes, then try again.',
  'registryFailures.redirects': 'It redirects, and a login is not sent along.',
  'registryFailures.redirects.to': message<{ to: string }>(
    'It redirects to {to}, and a login is not sent along.',
  ),
  'registryFailures.redirects.remedy': message<{ to: string }>(
    'If {to} is the registry that you mean, log in to that.',
  ),
  'registryFailures.notWorking': message<{ registry: string }>('{registry} doesn’t work at the moment'),
  'registryFailures.notWorking.detail': 'It answers with an error of its own.',
  'registryFailures.notAsRegistry': 'What answers there doesn’t speak as a registry does.',
  'registryFailures.colon': message<{ username: string }>('“{username}” can’t be a user name'),
  'registryFailures.colon.detail': 'A registry reads the colon as the end of the name.',
  'registryFailures.colon.remedy': 'Type the user name alone; the password goes into its own field.',

  'registryFailures.noAnswer': message<{ host: string }>('{host} doesn’t answer'),
  'registryFailures.noAnswer.detail': message<{ seconds: number }>('Nothing came back within {seconds} s.'),
  'registryFailures.checkNetwork': 'Check the address and the network, then try again.',
  'registryFailures.plain': message<{ host: string }>('{host} doesn’t speak https'),
  'registryFailures.plain.detail':
    'Without encryption anybody on the way can read a password, and change an image.',
  'registryFailures.plain.remedy': message<{ host: string }>(
    'If {host} is on a network of your own, Strata can speak plain http with it. The engine has its own list for that: its insecure-registries.',
  ),
  'registryFailures.untrusted': message<{ host: string }>('{host} can’t be trusted'),
  'registryFailures.untrusted.detail': 'Its certificate is not signed by an authority that Strata knows.',
  'registryFailures.untrusted.remedy': message<{ folder: string }>(
    'If the registry is yours, put the authority’s certificate into the engine’s certs.d folder, as {folder}/ca.crt; Strata reads it there too.',
  ),
  'registryFailures.unreached': message<{ host: string }>('{host} can’t be reached'),
  'registryFailures.unreached.detail': message<{ cause: string }>('The connection failed: {cause}.'),
  'registryFailures.certificate.expired': 'Its certificate has expired.',
  'registryFailures.certificate.early': 'Its certificate is not valid yet; the clock here may be wrong.',
  'registryFailures.certificate.otherHost': 'Its certificate is for another host.',
  'registryFailures.certificate.self': 'Its certificate is signed by itself.',
  'registryFailures.network.noHost': message<{ host: string }>('There is no host named {host}.'),
  'registryFailures.network.noLookup': message<{ host: string }>(
    'The name {host} can’t be looked up; there may be no network.',
  ),
  'registryFailures.network.nobody': 'Nothing listens there.',
  'registryFailures.network.ended': 'It ended the connection.',
  'registryFailures.network.plain': 'It doesn’t speak https.',
  'registryFailures.network.none': 'There is no network to it.',
  'registryFailures.network.noWeb': 'What answers there is not a web server.',
  'registryFailures.network.large': 'Its answer is too large to be a registry’s.',
  'registryFailures.network.broke': 'Its answer broke off.',

  'registryFailures.cantPushPlain': message<{ image: string }>('{image} can’t be pushed'),
  'registryFailures.digest': 'A digest can’t be a destination',
  'registryFailures.digest.plan': 'It names content that exists already; a push needs a name for it.',
  'registryFailures.digest.remedy': 'Leave out “@sha256:…”, and add a tag if you want one.',

  'registryFailures.offerOf': message<{ name: string }>('What a pull of {name} brings can’t be said'),

  'registryFailures.pull': message<{ name: string }>('Pulling {name} failed'),
  'registryFailures.noPlatformChoice': message<{ version: string }>(
    'The engine can’t choose a platform: its API is {version}, and 1.32 is the first that can.',
  ),
  'registryFailures.noPlatformChoice.remedy': 'Pull without a platform, or use a newer engine.',

  'registryFailures.push': message<{ name: string }>('Pushing {name} failed'),
  'registryFailures.cantPush': message<{ name: string }>('“{name}” can’t be pushed'),
  'registryFailures.cantTag': message<{ name: string; image: string }>(
    '{name} can’t be made a tag of {image}',
  ),
  'registryFailures.moved': message<{ name: string; before: string; now: string }>(
    '{name} was the image {before}, which keeps its other names; now it is {now}',
  ),
  'registryFailures.noSuchImage': message<{ image: string }>('There is no image “{image}”'),
  'registryFailures.noSuchImage.detail': 'It may have been removed.',
  'registryFailures.noSuchImage.remedy': 'Choose another on the Images screen.',
  'registryFailures.digest.detail': message<{ destination: string }>(
    '“{destination}” names content that exists already; a push needs a name for it.',
  ),

  'registryFailures.logInFirst': message<{ registry: string }>('Log in to {registry}'),
  'registryFailures.logInFirst.detail': message<{ title: string }>(
    '{title}: the registry wants to know who asks.',
  ),
  'registryFailures.loginEnded': message<{ registry: string; username: string }>(
    '{registry} doesn’t accept the login of “{username}” any more.',
  ),
  'registryFailures.loginEnded.remedy': message<{ registry: string }>(
    'Log in to {registry} again under Registries, then try again.',
  ),
  'registryFailures.unfinished': 'The engine stopped before it said that it is done.',
  'registryFailures.unfinished.remedy':
    'Look whether the engine is running, then try again: what has arrived already is not sent again.',

  'registryFailures.lookAtImage': 'The image can’t be looked at',
  'registryFailures.checking': 'Checking for newer images',

  'registryFailures.notSent.stranger': 'Strata did not send it: it belongs to somebody else.',
  'registryFailures.notSent.no-address': 'Strata did not send it: it is not an address.',
  'registryFailures.notSent.username': 'Strata did not send it: it holds a user name.',
  'registryFailures.notSent.plain': 'Strata did not send it: it is not https.',
  'registryFailures.notSent.other-host': 'Strata did not send it: it is another host.',
} as const;
