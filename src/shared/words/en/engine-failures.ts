/** Why an engine can’t be reached or refuses, and what to do about it. */
import { message } from '../message.js';

export const engineFailures = {
  'engineFailures.removeContainer': 'Remove the container first, for instance with “docker rm”.',
  'engineFailures.noReason': 'The engine gave no reason.',
  'engineFailures.says': message<{ words: string }>('The engine says: {words}'),

  'engineFailures.noName': 'That is no name an engine could know',
  'engineFailures.noName.detail': message<{ path: string }>(
    'A request with it would lead elsewhere: “{path}”.',
  ),
  'engineFailures.noName.remedy': 'Check the name.',

  'engineFailures.address': 'The engine’s address can’t be used',
  'engineFailures.address.context': message<{ address: string; context: string }>(
    '“{address}”, from the docker context “{context}”, is not an address that Strata understands.',
  ),
  'engineFailures.address.origin': message<{ address: string; origin: string }>(
    '“{address}”, from {origin}, is not an address that Strata understands.',
  ),
  'engineFailures.address.remedy': 'Use unix:///path/to/docker.sock, tcp://host:port or ssh://user@host.',

  'engineFailures.context': message<{ name: string }>("The docker context “{name}” can't be used"),
  'engineFailures.context.missing': 'There is no such context.',
  'engineFailures.context.noEndpoint': 'Its file names no docker endpoint.',
  'engineFailures.context.remedy': 'Choose another with “docker context use”, or unset DOCKER_CONTEXT.',

  'engineFailures.certificates': 'The certificates for the engine can’t be read',
  'engineFailures.certificates.detail': message<{ folder: string }>(
    'DOCKER_TLS_VERIFY asks to check the engine’s certificate, but there is no ca.pem in {folder}.',
  ),
  'engineFailures.certificates.remedy':
    'Set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem, or unset DOCKER_TLS_VERIFY.',

  'engineFailures.place.default': 'Default',

  'engineFailures.place.gone': 'That engine can’t be chosen',
  'engineFailures.place.gone.detail': 'Its docker context or its socket is no longer there.',
  'engineFailures.place.gone.remedy': 'Look again, and choose another.',

  'engineFailures.noEngine': message<{ address: string }>('No engine answers at {address}'),
  'engineFailures.notAnEngine': 'Something answers there, but it is no container engine.',
  'engineFailures.notAnEngine.remedy': 'Check DOCKER_HOST or the docker context.',

  'engineFailures.ssh.otherKey': message<{ host: string }>(
    '{host} shows another key than the one that ssh knows: it was set up anew, or somebody stands in between.',
  ),
  'engineFailures.ssh.otherKey.remedy': message<{ host: string }>(
    'Ask whoever runs it. If the new key is right, run “ssh-keygen -R {host}”, then “ssh {host}” once.',
  ),
  'engineFailures.ssh.newKey': message<{ host: string }>('ssh doesn’t know the key of {host} yet.'),
  'engineFailures.ssh.newKey.remedy': message<{ host: string }>(
    'Run “ssh {host}” once in a terminal and compare the key that it shows.',
  ),
  'engineFailures.ssh.noKey': message<{ host: string }>('{host} accepts none of your ssh keys.'),
  'engineFailures.ssh.noKey.remedy': message<{ host: string }>(
    'Check that “ssh {host}” logs in without asking for a password: put the key into the agent with “ssh-add”.',
  ),
  'engineFailures.ssh.noHost': message<{ host: string }>('There is no host called {host}.'),
  'engineFailures.ssh.noHost.remedy':
    'Check the name in DOCKER_HOST, in the docker context, or in your ssh config.',
  'engineFailures.ssh.noServer': message<{ host: string }>('No ssh server answers on {host}.'),
  'engineFailures.ssh.noServer.remedy': 'Check the port, and whether its ssh server is running.',
  'engineFailures.ssh.silent': message<{ host: string }>('{host} doesn’t answer.'),
  'engineFailures.ssh.silent.remedy': 'Check the network to it.',
  'engineFailures.ssh.noDocker': message<{ host: string }>(
    'There is no docker command on {host}, which is what joins ssh to the engine.',
  ),
  'engineFailures.ssh.noDocker.remedy':
    'Install the docker CLI there, in the PATH of logins without a terminal.',
  'engineFailures.ssh.forbidden': message<{ host: string }>(
    'Your account on {host} isn’t allowed to use the engine’s socket.',
  ),
  'engineFailures.ssh.forbidden.remedy': message<{ host: string }>(
    'Run “sudo usermod -aG docker $USER” on {host}.',
  ),
  'engineFailures.ssh.noEngine': message<{ host: string }>(
    'ssh reaches {host}, but no engine is running there.',
  ),
  'engineFailures.ssh.noEngine.remedy': 'Start it. Strata connects by itself when it is there.',
  'engineFailures.ssh': message<{ host: string }>('No engine answers over ssh at {host}'),
  'engineFailures.ssh.ended': 'ssh ended without having connected.',
  'engineFailures.ssh.ended.remedy': message<{ host: string }>(
    'Check that “ssh {host} docker version” works in a terminal.',
  ),
  'engineFailures.ssh.nothingSaid': 'ssh said nothing.',
  'engineFailures.ssh.noProgram': 'The program “ssh” can’t be started.',
  'engineFailures.ssh.noProgram.remedy': 'Install OpenSSH’s client, and see that it is in the PATH.',

  'engineFailures.notStarted': 'The engine was not started',
  'engineFailures.notStarted.unknown': 'The system no longer knows it.',
  'engineFailures.notStarted.unknown.remedy': 'Look whether it is still installed.',
  'engineFailures.notStarted.named': message<{ name: string }>('{name} was not started'),
  'engineFailures.notStarted.refused': 'The system refused to start it, or it ended at once.',
  'engineFailures.notStarted.refused.remedy':
    'Start it in the way that you usually do. Strata connects by itself when it is there.',

  'engineFailures.registry.diskFull': 'The engine’s disk is full.',
  'engineFailures.registry.diskFull.remedy': 'Free some space on it, then try again.',
  'engineFailures.registry.tooOften': 'The registry refuses more requests for now.',
  'engineFailures.registry.tooOften.remedy': 'Wait a while, or log in to be allowed more.',
  'engineFailures.registry.untrusted': 'The registry’s certificate is not trusted by the engine.',
  'engineFailures.registry.untrusted.remedy': 'Add its certificate authority to the engine’s certs.d folder.',
  'engineFailures.registry.plain':
    'The registry speaks plain http, and the engine accepts only https from it.',
  'engineFailures.registry.plain.remedy': 'List the registry under the engine’s insecure-registries.',
  'engineFailures.registry.silent': 'The registry doesn’t answer.',
  'engineFailures.registry.silent.remedy': 'Check its name and the network, then try again.',
  'engineFailures.registry.brokeOff':
    'The connection to the registry broke off, and the engine has given up.',
  'engineFailures.registry.brokeOff.remedy': 'Try again: what has arrived is not sent again.',
  'engineFailures.registry.ownError': 'The registry answers with an error of its own.',
  'engineFailures.registry.ownError.remedy': 'Try again later, or tell whoever runs it.',
  'engineFailures.registry.notTheDigest': 'What the registry sent is not what its digest stands for.',
  'engineFailures.registry.notTheDigest.remedy':
    'Try again. If it stays so, ask whoever runs the registry: its copy is damaged, or was tampered with.',
  'engineFailures.registry.noRegistry': 'What answers there doesn’t speak as a registry does.',
  'engineFailures.registry.noRegistry.remedy':
    'Check the address: it is the first part of the images’ names there.',
  'engineFailures.registry.login': 'The registry wants a login.',
  'engineFailures.registry.login.remedy': 'Log in to the registry, then try again.',
  'engineFailures.registry.rejected': 'The registry doesn’t accept the login.',
  'engineFailures.registry.rejected.remedy': 'Log in again with the right user name and password or token.',
  'engineFailures.registry.otherLogin': 'The registry wants a login, or another one.',
  'engineFailures.registry.otherLogin.remedy': 'Log in to the registry, then try again.',
  'engineFailures.registry.denied': 'The registry doesn’t allow this, or there is no such repository.',
  'engineFailures.registry.denied.remedy': 'Check the name, and log in with an account that may do it.',
  'engineFailures.registry.noImage': 'The registry has no such image.',
  'engineFailures.registry.noImage.remedy': 'Check the name and the tag.',
  'engineFailures.registry.noPlatform': 'The registry has this image, but not for this platform.',
  'engineFailures.registry.noPlatform.remedy': 'Choose one of the platforms that it has.',
  'engineFailures.connection.refused': 'The engine isn’t running.',
  'engineFailures.connection.refused.remedy': 'Start it. Strata connects by itself when it is there.',
  'engineFailures.connection.gone': 'Nothing listens there: the engine isn’t installed, or not started.',
  'engineFailures.connection.gone.remedy': 'Start it. Strata connects by itself when it is there.',
  'engineFailures.connection.forbidden': 'You aren’t allowed to use the engine’s socket.',
  'engineFailures.connection.forbidden.remedy':
    'Join the docker group by this line in a terminal, then log in to your computer again.',
  'engineFailures.connection.unknownHost': 'The engine’s host isn’t known.',
  'engineFailures.connection.unknownHost.remedy': 'Check DOCKER_HOST or the docker context.',
  'engineFailures.connection.silentHost': 'The engine’s host doesn’t answer.',
  'engineFailures.connection.silentHost.remedy': 'Check the network to it.',
  'engineFailures.connection.cut': 'The engine ended the connection.',
  'engineFailures.connection.cut.remedy': 'Look whether the engine is running, then try again.',
  'engineFailures.connection.untrustedEngine': 'The engine’s certificate is not trusted.',
  'engineFailures.connection.untrustedEngine.remedy':
    'Check the ca.pem in DOCKER_CERT_PATH or in the docker context.',
} as const;
