/** What of a build's options may be written down: everything but the values of secrets, whatever they were given as. Pure. */
import type { BuildOptions } from './contract/build-options.js';

/** A build argument's value that its name gives away as a secret's. The Dockerfile's own `*_FILE` and `*_PATH` name places. */
const SECRET_NAME =
  /(?:pass(?:word|wd|phrase)?|secret|token|credential|api_?key|private_?key|auth)s?(?!.*_(?:file|path)$)/i;

/** Whether a name says that its value is a secret: `NPM_TOKEN`, `db_password`. */
export const looksSecret = (name: string): boolean => SECRET_NAME.test(name);

/** The options as they may be kept: without the arguments and labels whose values may be secret. Secrets themselves are only ids and places. */
export function withoutSecretValues(options: BuildOptions): BuildOptions {
  const open = <T extends { readonly name: string }>(pairs: readonly T[]): T[] =>
    pairs.filter(({ name }) => !looksSecret(name));
  return { ...options, arguments: open(options.arguments), labels: open(options.labels) };
}
