/** A look into docker's own config file: which logins lie there, and how. Their secrets are not taken out of it. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { DockerConfigLogin, DockerConfigReport } from '../../shared/contract/registry.js';
import { messageOf } from '../../shared/failure.js';

const config = z.object({
  auths: z
    .record(
      z.string(),
      z.object({
        auth: z.string().optional(),
        identitytoken: z.string().optional(),
        password: z.string().optional(),
      }),
    )
    .optional(),
  credsStore: z.string().optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
});

/** Reads `config.json` of DOCKER_CONFIG, else of `~/.docker`. A file that isn't there holds no logins. */
export async function readDockerConfig(environment: NodeJS.ProcessEnv): Promise<DockerConfigReport> {
  const path = join(environment.DOCKER_CONFIG ?? join(homedir(), '.docker'), 'config.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { path, logins: [], ...(isMissing ? {} : { problem: `It can’t be read: ${messageOf(error)}` }) };
  }
  const parsed = parse(text);
  if (typeof parsed === 'string') return { path, logins: [], problem: parsed };
  return { path, logins: loginsOf(parsed) };
}

function parse(text: string): z.output<typeof config> | string {
  try {
    const read = config.safeParse(JSON.parse(text));
    return read.success ? read.data : 'It is not in the form that docker writes.';
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    return 'It is not valid JSON.';
  }
}

function loginsOf({
  auths = {},
  credsStore,
  credHelpers = {},
}: z.output<typeof config>): readonly DockerConfigLogin[] {
  const own = Object.entries(auths).map(([registry, entry]): DockerConfigLogin => {
    const helper = credHelpers[registry] ?? credsStore;
    const isPlain = Boolean(entry.auth ?? entry.identitytoken ?? entry.password);
    return isPlain || helper === undefined
      ? { registry, storage: 'plain' }
      : { registry, storage: 'helper', helper };
  });
  const helped = Object.entries(credHelpers)
    .filter(([registry]) => !(registry in auths))
    .map(([registry, helper]): DockerConfigLogin => ({ registry, storage: 'helper', helper }));
  return [...own, ...helped].sort((a, b) => a.registry.localeCompare(b.registry));
}
