/** Docker's contexts: files below its config folder, one folder each, named by a digest of the context's name. docker/cli cli/context/store. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { endpointAt, type ResolvedEndpoint, type TlsMaterial } from './address.js';
import type { Files } from './files.js';

const contextMeta = z.object({
  Name: z.string().min(1).max(255).optional(),
  Endpoints: z.object({
    docker: z.object({ Host: z.string().optional(), SkipTLSVerify: z.boolean().optional() }).optional(),
  }),
});
const configFile = z.object({ currentContext: z.string().optional() });

/** More than anybody keeps. */
const MOST_CONTEXTS = 200;

/** The names of all contexts but the default one, sorted. One whose file can't be read isn't there. */
export function contextNames(configFolder: string, files: Files): readonly string[] {
  const folder = join(configFolder, 'contexts', 'meta');
  return files
    .list(folder)
    .slice(0, MOST_CONTEXTS)
    .flatMap((id) => {
      const name = parseJson(files.read(join(folder, id, 'meta.json')), contextMeta)?.Name;
      return name !== undefined && idOf(name) === id ? [name] : [];
    })
    .sort();
}

/** The context that the config file names. A config that can't be read names none, as for the docker CLI. */
export const currentContext = (configFolder: string, files: Files): string | undefined =>
  parseJson(files.read(join(configFolder, 'config.json')), configFile)?.currentContext;

/** @throws FailureError `invalid-input` when there is no such context, or it names no endpoint */
export function contextEndpoint(name: string, configFolder: string, files: Files): ResolvedEndpoint {
  const id = idOf(name);
  const text = files.read(join(configFolder, 'contexts', 'meta', id, 'meta.json'));
  const docker = parseJson(text, contextMeta)?.Endpoints.docker;
  if (!docker?.Host) {
    throw new FailureError({
      code: 'invalid-input',
      title: say('engineFailures.context', { name }),
      detail:
        text === null ? say('engineFailures.context.missing') : say('engineFailures.context.noEndpoint'),
      remedy: say('engineFailures.context.remedy'),
    });
  }
  const folder = join(configFolder, 'contexts', 'tls', id, 'docker');
  const tls = tlsFrom(folder, docker.SkipTLSVerify !== true, files);
  return endpointAt(docker.Host, { origin: 'context', context: name }, (tls.ca ?? tls.cert) ? tls : null);
}

/** What docker calls `ca.pem`, `cert.pem` and `key.pem` in `folder`, as far as they are there. */
export function tlsFrom(folder: string, verify: boolean, files: Files): TlsMaterial {
  const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map((name) => files.read(join(folder, name)));
  return {
    verify,
    ...(ca == null ? {} : { ca }),
    ...(cert == null ? {} : { cert }),
    ...(key == null ? {} : { key }),
  };
}

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');

function parseJson<T>(text: string | null, schema: z.ZodType<T>): T | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
