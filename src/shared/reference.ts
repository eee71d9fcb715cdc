/**
 * Image references: one parser for the whole app. Pure.
 * Grammar and normalisation follow distribution/reference (regexp.go, normalize.go).
 */
import { FailureError, failed, ok, type Failure, type Result } from './failure.js';
import { say } from './words/index.js';

/** A reference in its full form: `docker.io` and `library/` are filled in. */
export type Reference = {
  /** `docker.io`, `ghcr.io`, `localhost:5000`. */
  readonly domain: string;
  /** `library/alpine`. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:…` */
  readonly digest?: string;
};

const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DOMAIN = 'index.docker.io';
const OFFICIAL = 'library/';
const MAX_NAME = 255;

const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const DOMAIN_COMPONENT = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = new RegExp(
  `^(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`,
);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;
/** Hex digits that each registered algorithm has (opencontainers/go-digest). */
const DIGEST_LENGTH: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * Reads what a person or the docker CLI would write: `alpine`, `ghcr.io/me/app:1.2`, `host:5000/app@sha256:…`.
 * @throws FailureError `invalid-input`, saying which part is wrong
 */
export function parseReference(text: string): Reference {
  const parsed = tryReference(text);
  if (parsed.ok) return parsed.value;
  throw new FailureError(parsed.failure);
}

/** As `parseReference`, with the failure as a value: for help while somebody types. */
export function tryReference(text: string): Result<Reference> {
  const reason = { text, wrong: '' };
  const reference = read(text, reason);
  return reference ? ok(reference) : failed(refusal(text, reason.wrong));
}

function read(text: string, reason: { wrong: string }): Reference | null {
  const no = (wrong: string): null => {
    reason.wrong = wrong;
    return null;
  };
  if (text === '') return no(say('reference.empty'));
  if (IDENTIFIER.test(text)) return no(say('reference.id'));
  const { domain, rest } = splitDomain(text);
  const at = rest.indexOf('@');
  const digest = at < 0 ? undefined : rest.slice(at + 1);
  const named = at < 0 ? rest : rest.slice(0, at);
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const path = colon < 0 ? named : named.slice(0, colon);

  if (!DOMAIN.test(domain)) return no(say('reference.host', { part: domain }));
  const wrongPath = objectionToPath(path);
  if (wrongPath) return no(wrongPath);
  // As in Go, the limit is one of bytes; a valid name is ASCII, so characters are bytes.
  if (domain.length + 1 + path.length > MAX_NAME)
    return no(say('reference.long', { most: String(MAX_NAME) }));
  if (tag !== undefined && !TAG.test(tag)) return no(objectionToTag(tag));
  if (digest !== undefined) {
    const wrongDigest = objectionToDigest(digest);
    if (wrongDigest) return no(wrongDigest);
  }
  return { domain, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

/** `splitDockerDomain` of distribution/reference: the first part is a registry only if it looks like a host. */
function splitDomain(text: string): { readonly domain: string; readonly rest: string } {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isHost = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
  const domain = !isHost || first === LEGACY_DOMAIN ? DEFAULT_DOMAIN : first;
  const rest = isHost ? text.slice(slash + 1) : text;
  return { domain, rest: domain === DEFAULT_DOMAIN && !rest.includes('/') ? OFFICIAL + rest : rest };
}

function objectionToPath(path: string): string | null {
  const own = path.startsWith(OFFICIAL) ? path.slice(OFFICIAL.length) : path;
  if (own === '') return say('reference.path.missing');
  for (const component of path.split('/')) {
    if (COMPONENT.test(component)) continue;
    if (component === '') return say('reference.path.emptyPart');
    if (/[A-Z]/.test(component)) return say('reference.path.uppercase', { part: component });
    if (/\s/.test(component)) return say('reference.path.space', { part: component });
    if (/^[._-]|[._-]$/.test(component)) return say('reference.path.separator', { part: component });
    return say('reference.path.letters', { part: component });
  }
  return null;
}

function objectionToTag(tag: string): string {
  if (tag === '') return say('reference.tag.empty');
  if (tag.length > 128) return say('reference.tag.long');
  return say('reference.tag.wrong', { tag });
}

function objectionToDigest(digest: string): string | null {
  if (!DIGEST.test(digest)) return say('reference.digest.wrong', { digest });
  const [algorithm = '', hex = ''] = digest.split(':');
  const wanted = DIGEST_LENGTH[algorithm];
  if (wanted === undefined) return say('reference.digest.unknown', { algorithm });
  if (hex.length !== wanted || hex !== hex.toLowerCase())
    return say('reference.digest.length', { algorithm, count: String(wanted) });
  return null;
}

export const isTag = (text: string): boolean => TAG.test(text);

/** True for a repository without its registry, as an API's path takes it: `library/alpine`. */
export const isRepositoryPath = (text: string): boolean =>
  text.length <= MAX_NAME && text.split('/').every((component) => COMPONENT.test(component));

function refusal(text: string, detail: string): Failure {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return {
    code: 'invalid-input',
    title: text === '' ? say('reference.missing') : say('reference.wrong', { text: shown }),
    detail,
    remedy: say('reference.remedy'),
  };
}

const suffix = ({ tag, digest }: Reference): string =>
  `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

/** With every part written out: `docker.io/library/alpine:3.20`. */
export const fullName = (reference: Reference): string =>
  `${reference.domain}/${reference.path}${suffix(reference)}`;

/** The repository without tag or digest, as people write it: `alpine`, `ghcr.io/me/app`. */
export function familiarRepository({ domain, path }: Reference): string {
  if (domain !== DEFAULT_DOMAIN) return `${domain}/${path}`;
  const own = path.startsWith(OFFICIAL) ? path.slice(OFFICIAL.length) : path;
  return own.includes('/') ? path : own;
}

/** As people write it: `alpine:3.20`. */
export const familiarName = (reference: Reference): string =>
  familiarRepository(reference) + suffix(reference);

/** A name without tag and digest means `latest`. */
export const withDefaultTag = (reference: Reference): Reference =>
  reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: 'latest' } : reference;

/** A valid repository name made of any text: `My App!` gives `my-app`; text without a usable letter gives `image`. */
export function looseName(text: string): string {
  // Nothing after these could show in the name; the patterns below take the square of what they are given.
  const plain = text
    .slice(0, 512)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const name = plain
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[._-]*\.[._-]*/g, '.')
    .replace(/[_-]*_{3,}[_-]*|-+_[_-]*|_-[_-]*/g, '-')
    .slice(0, 128)
    .replace(/^[._-]+|[._-]+$/g, '');
  const valid = COMPONENT.test(name)
    ? name
    : name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'image';
  // An image's whole id is no name; its short form is.
  return IDENTIFIER.test(valid) ? valid.slice(0, 12) : valid;
}
