/** Labels that people and tools agree on, by name and in words: the OCI image specification's annotations. Pure. */

type KnownLabel = { readonly title: string; readonly meaning: string };

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const OCI: Readonly<Record<string, KnownLabel>> = {
  created: { title: 'Made', meaning: 'When the image was built.' },
  authors: { title: 'Authors', meaning: 'Who answers for the image.' },
  url: { title: 'Website', meaning: 'Where more is to be found about the image.' },
  documentation: { title: 'Documentation', meaning: 'Where the image is explained.' },
  source: { title: 'Source', meaning: 'Where the source code is that it was built from.' },
  version: { title: 'Version', meaning: 'The version of what is packaged in it.' },
  revision: { title: 'Revision', meaning: 'The commit of the source that it was built from.' },
  vendor: { title: 'Vendor', meaning: 'Who distributes it.' },
  licenses: { title: 'Licenses', meaning: 'Under which what is in it may be used, as SPDX names them.' },
  'ref.name': { title: 'Name of the target', meaning: 'What it is called where it is stored.' },
  title: { title: 'Title', meaning: 'Its name, for people.' },
  description: { title: 'Description', meaning: 'What is packaged in it, for people.' },
  'base.digest': { title: 'Base image’s digest', meaning: 'Exactly which image it was built on.' },
  'base.name': { title: 'Base image', meaning: 'The name of the image that it was built on.' },
};

/** What a label is called and says, where the specification names it; null for any other. */
export function knownLabel(name: string): KnownLabel | null {
  const [, key = ''] = /^org\.opencontainers\.image\.([a-z.]{1,32})$/.exec(name) ?? [];
  return Object.hasOwn(OCI, key) ? (OCI[key] ?? null) : null;
}

const LONGEST_LINK = 2048;

/** The address that a label is, as a browser would open it: only https, without a login in it; null for anything else. */
export function linkOf(value: string): string | null {
  if (value.length > LONGEST_LINK || !/^https:\/\/\S+$/.test(value) || !URL.canParse(value)) return null;
  const { href, username, password } = new URL(value);
  return username === '' && password === '' && href.length <= LONGEST_LINK ? href : null;
}
