/** A dockerode for an endpoint. No API version is pinned: old engines refuse new ones, and new engines old ones. */
import Docker from 'dockerode';
import type { Agent as HttpAgent } from 'node:http';
import { Agent } from 'node:https';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { ResolvedEndpoint, TlsMaterial } from './endpoints/address.js';
import { sshAgent } from './ssh/agent.js';

export function connectTo({ connection }: ResolvedEndpoint): Docker {
  if (connection.kind === 'socket') return guard(new Docker({ socketPath: connection.path }));
  // The host is ssh's affair; in requests it only has to be one.
  if (connection.kind === 'ssh') return guard(over(sshAgent(connection), 'http', 'docker', 80));
  const { host, port, tls } = connection;
  if (!tls) return guard(new Docker({ protocol: 'http', host, port }));
  return guard(over(secured(tls), 'https', host, port));
}

/** Ends what stands open to the engine, idle or not, where that is ours to end. */
export function disconnect(docker: Docker): void {
  const { agent } = docker.modem as { readonly agent?: HttpAgent };
  agent?.destroy();
}

/** docker-modem takes an agent, and its types don't say so. */
function over(agent: HttpAgent, protocol: 'http' | 'https', host: string, port: number): Docker {
  const docker = new Docker({ protocol, host, port });
  Object.assign(docker.modem, { agent });
  return docker;
}

function secured({ ca, cert, key, verify }: TlsMaterial): Agent {
  return new Agent({
    keepAlive: true,
    rejectUnauthorized: verify,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  });
}

/** A path of the API, with the plain query that some callers write themselves. Names go into it as they come. */
const PLAIN_PATH = /^(?:\/[\w.:@-]+)+(?:\?[\w=.%&-]*)?$/;

/**
 * Refuses a name that would lead a request elsewhere: `x/json?…`, or `../containers`, to which the engine
 * answers with a redirect that docker-modem follows to whatever host it names.
 */
function guard(docker: Docker): Docker {
  const modem = docker.modem as { dial: Dial };
  const dial = modem.dial.bind(modem);
  modem.dial = (options, callback) => {
    const isPlain = PLAIN_PATH.test(options.path) && !/\/\.\.?(?:[/?]|$)/.test(options.path);
    if (!isPlain) callback(notPlain(options.path), null);
    // docker-modem takes a written query for dockerode's bare `?`, and cuts its last character.
    else if (/\?./.test(options.path) && options.options === undefined)
      dial({ ...options, path: `${options.path}&` }, callback);
    else dial(options, callback);
  };
  return docker;
}

type Dial = (
  options: { readonly path: string; readonly options?: unknown },
  callback: (error: unknown, answer: unknown) => void,
) => void;

const notPlain = (path: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('engineFailures.noName'),
    detail: say('engineFailures.noName.detail', { path: path.slice(0, 300) }),
    remedy: say('engineFailures.noName.remedy'),
  });
