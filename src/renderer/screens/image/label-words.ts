/** Labels that people and tools agree on, by name and in words: the OCI image specification's annotations. Pure. */
import { say } from '../../../shared/words/index.js';

type KnownLabel = { readonly title: string; readonly meaning: string };

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const OCI = [
  'created',
  'authors',
  'url',
  'documentation',
  'source',
  'version',
  'revision',
  'vendor',
  'licenses',
  'ref.name',
  'title',
  'description',
  'base.digest',
  'base.name',
] as const;

/** What a label is called and says, where the specification names it; null for any other. */
export function knownLabel(name: string): KnownLabel | null {
  const [, key = ''] = /^org\.opencontainers\.image\.([a-z.]{1,32})$/.exec(name) ?? [];
  const known = OCI.find((each) => each === key);
  return known === undefined
    ? null
    : { title: say(`image.label.${known}`), meaning: say(`image.label.${known}.meaning`) };
}

const LONGEST_LINK = 2048;

/** The address that a label is, as a browser would open it: only https, without a login in it; null for anything else. */
export function linkOf(value: string): string | null {
  if (value.length > LONGEST_LINK || !/^https:\/\/\S+$/.test(value) || !URL.canParse(value)) return null;
  const { href, username, password } = new URL(value);
  return username === '' && password === '' && href.length <= LONGEST_LINK ? href : null;
}
