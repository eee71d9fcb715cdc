/** What it means when ssh ends without having connected. ssh has one exit code for all; its words are of OpenSSH 9.2. */
import { FailureError, type Failure } from '../../../shared/failure.js';

type Meaning = Pick<Failure, 'code' | 'detail' | 'remedy'>;

const MEANINGS: readonly (readonly [RegExp, (host: string) => Meaning])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/i,
    (host) => ({
      code: 'tls-untrusted',
      detail: `${host} shows another key than the one that ssh knows: it was set up anew, or somebody stands in between.`,
      remedy: `Ask whoever runs it. If the new key is right, run “ssh-keygen -R ${host}”, then “ssh ${host}” once.`,
    }),
  ],
  [
    /Host key verification failed|No .* host key is known/i,
    (host) => ({
      code: 'tls-untrusted',
      detail: `ssh doesn’t know the key of ${host} yet.`,
      remedy: `Run “ssh ${host}” once in a terminal and compare the key that it shows.`,
    }),
  ],
  [
    /Permission denied \(|Too many authentication failures|no mutual signature/i,
    (host) => ({
      code: 'auth-rejected',
      detail: `${host} accepts none of your ssh keys.`,
      remedy: `Check that “ssh ${host}” logs in without asking for a password: put the key into the agent with “ssh-add”.`,
    }),
  ],
  [
    /Could not resolve hostname/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `There is no host called ${host}.`,
      remedy: 'Check the name in DOCKER_HOST, in the docker context, or in your ssh config.',
    }),
  ],
  [
    /Connection refused/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `No ssh server answers on ${host}.`,
      remedy: 'Check the port, and whether its ssh server is running.',
    }),
  ],
  [
    /timed out|No route to host|Network is unreachable|not responding/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `${host} doesn’t answer.`,
      remedy: 'Check the network to it.',
    }),
  ],
  [
    /docker: (?:command )?not found|docker: No such file|not recognized as an internal/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `There is no docker command on ${host}, which is what joins ssh to the engine.`,
      remedy: 'Install the docker CLI there, in the PATH of logins without a terminal.',
    }),
  ],
  [
    /permission denied while trying to connect|dial unix \S+: connect: permission denied/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `Your account on ${host} isn’t allowed to use the engine’s socket.`,
      remedy: `Run “sudo usermod -aG docker $USER” on ${host}.`,
    }),
  ],
  [
    /Cannot connect to the Docker daemon|dial unix \S+: connect:/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: `ssh reaches ${host}, but no engine is running there.`,
      remedy: 'Start it. Strata connects by itself when it is there.',
    }),
  ],
];

/** @param said what ssh, or docker on the other side, wrote to its standard error */
export function sshFailure(host: string, said: string): FailureError {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(said))?.[1](host);
  return new FailureError({
    title: `No engine answers over ssh at ${host}`,
    ...(meaning ?? {
      code: 'engine-unreachable',
      detail: 'ssh ended without having connected.',
      remedy: `Check that “ssh ${host} docker version” works in a terminal.`,
    }),
    cause: said.trim() === '' ? 'ssh said nothing.' : said.trim(),
  });
}

/** There is no ssh to start. */
export function noSsh(host: string, error: Error): FailureError {
  return new FailureError({
    code: 'engine-unreachable',
    title: `No engine answers over ssh at ${host}`,
    detail: 'The program “ssh” can’t be started.',
    remedy: 'Install OpenSSH’s client, and see that it is in the PATH.',
    cause: error.message,
  });
}
