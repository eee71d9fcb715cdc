/** A password or token that can't slip into a log: wherever it is printed, it prints as `[secret]`. */
import { inspect } from 'node:util';

const PRINTED = '[secret]';

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that sends it to where it belongs. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return PRINTED;
  }

  toJSON(): string {
    return PRINTED;
  }

  [inspect.custom](): string {
    return PRINTED;
  }
}

/** The user name under which docker's helpers keep an identity token, which is the whole login (docker/cli, native_store.go). */
export const IDENTITY_TOKEN = '<token>';

/** What a registry's login is made of: a user and a password or access token, or `IDENTITY_TOKEN` and such a token. */
export type Credential = { readonly username: string; readonly secret: Secret };

/** The login as an engine's AuthConfig holds it (moby api/types/registry/authconfig.go). */
export const engineLogin = ({ username, secret }: Credential): Readonly<Record<string, string>> =>
  username === IDENTITY_TOKEN ? { identitytoken: secret.reveal() } : { username, password: secret.reveal() };

/** `text` with every secret in it, plain, percent-encoded, in JSON's escapes or in base64, replaced by `[secret]`. */
export const redact = (text: string, secrets: readonly Secret[]): string => maskFor(secrets)(text);

/** The same for many texts. */
export function maskFor(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => formsOf(secret.reveal()))
    .filter((form) => form !== '')
    // The longest first: a form that holds another must not be torn by it.
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((redacted, form) => redacted.replaceAll(form, PRINTED), text);
}

function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const base64 = bytes.toString('base64');
  return [
    value,
    encodeURIComponent(bytes.toString('utf8')),
    JSON.stringify(value).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}
