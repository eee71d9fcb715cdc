/** What it means when ssh ends without having connected. ssh has one exit code for all; its words are of OpenSSH 9.2. */
import { FailureError, type Failure } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';

type Meaning = Pick<Failure, 'code' | 'detail' | 'remedy'>;

const MEANINGS: readonly (readonly [RegExp, (host: string) => Meaning])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/i,
    (host) => ({
      code: 'tls-untrusted',
      detail: say('engineFailures.ssh.otherKey', { host }),
      remedy: say('engineFailures.ssh.otherKey.remedy', { host }),
    }),
  ],
  [
    /Host key verification failed|No .* host key is known/i,
    (host) => ({
      code: 'tls-untrusted',
      detail: say('engineFailures.ssh.newKey', { host }),
      remedy: say('engineFailures.ssh.newKey.remedy', { host }),
    }),
  ],
  [
    /Permission denied \(|Too many authentication failures|no mutual signature/i,
    (host) => ({
      code: 'auth-rejected',
      detail: say('engineFailures.ssh.noKey', { host }),
      remedy: say('engineFailures.ssh.noKey.remedy', { host }),
    }),
  ],
  [
    /Could not resolve hostname/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.noHost', { host }),
      remedy: say('engineFailures.ssh.noHost.remedy'),
    }),
  ],
  [
    /Connection refused/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.noServer', { host }),
      remedy: say('engineFailures.ssh.noServer.remedy'),
    }),
  ],
  [
    /timed out|No route to host|Network is unreachable|not responding/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.silent', { host }),
      remedy: say('engineFailures.ssh.silent.remedy'),
    }),
  ],
  [
    /docker: (?:command )?not found|docker: No such file|not recognized as an internal/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.noDocker', { host }),
      remedy: say('engineFailures.ssh.noDocker.remedy'),
    }),
  ],
  [
    /permission denied while trying to connect|dial unix \S+: connect: permission denied/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.forbidden', { host }),
      remedy: say('engineFailures.ssh.forbidden.remedy', { host }),
    }),
  ],
  [
    /Cannot connect to the Docker daemon|dial unix \S+: connect:/i,
    (host) => ({
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.noEngine', { host }),
      remedy: say('engineFailures.ssh.noEngine.remedy'),
    }),
  ],
];

/** @param said what ssh, or docker on the other side, wrote to its standard error */
export function sshFailure(host: string, said: string): FailureError {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(said))?.[1](host);
  return new FailureError({
    title: say('engineFailures.ssh', { host }),
    ...(meaning ?? {
      code: 'engine-unreachable',
      detail: say('engineFailures.ssh.ended'),
      remedy: say('engineFailures.ssh.ended.remedy', { host }),
    }),
    cause: said.trim() === '' ? say('engineFailures.ssh.nothingSaid') : said.trim(),
  });
}

/** There is no ssh to start. */
export function noSsh(host: string, error: Error): FailureError {
  return new FailureError({
    code: 'engine-unreachable',
    title: say('engineFailures.ssh', { host }),
    detail: say('engineFailures.ssh.noProgram'),
    remedy: say('engineFailures.ssh.noProgram.remedy'),
    cause: error.message,
  });
}
