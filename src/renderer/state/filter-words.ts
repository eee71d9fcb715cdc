/** The words that find images by more than their names: one table, which reads them and explains them. Pure. */
import type { ImageTraits } from '../../shared/contract/images.js';
import { parseBytes, parsePeriod } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import type { ImageRow } from './image-rows.js';

/** What rows are tested with beyond themselves. */
export type FilterFacts = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Undefined until it is known. */
  readonly traitsOf: (id: string) => ImageTraits | undefined;
};

/** Null: it can't be told, or not yet. */
export type RowTest = (row: ImageRow, facts: FilterFacts) => boolean | null;

export type FilterWord = {
  /** As it is typed: `larger:100MB`. */
  readonly example: string;
  /** What it finds. */
  readonly says: string;
  readonly needsTraits?: true;
  /** The test, or a sentence that says what is wrong with what follows the colon. */
  readonly read: (value: string) => RowTest | string;
};

const part =
  (textOf: (row: ImageRow) => string) =>
  (value: string): RowTest => {
    const wanted = value.toLowerCase();
    return (row) => textOf(row).toLowerCase().includes(wanted);
  };

const size =
  (word: string, holds: (size: number, limit: number) => boolean) =>
  (value: string): RowTest | string => {
    const limit = parseBytes(value);
    if (limit === null) return say('state.filter.size.wrong', wrong(word, value));
    return ({ image }) => holds(image.size, limit);
  };

const age =
  (word: string, holds: (age: number, limit: number) => boolean) =>
  (value: string): RowTest | string => {
    const limit = parsePeriod(value);
    if (limit === null) return say('state.filter.age.wrong', wrong(word, value));
    return ({ image }, { now }) => (image.created <= 0 ? null : holds(now - image.created, limit));
  };

const wrong = (word: string, value: string) =>
  ({ word, given: value === '' ? 'no' : 'yes', value: value.slice(0, 40) }) as const;

const yesOrNo = new Map([
  ['', true],
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

const SHORTEST_DIGEST = 4;

const table: Readonly<Record<string, FilterWord>> = {
  name: {
    example: 'name:team/app',
    get says() {
      return say('state.filter.name');
    },
    read: part(({ prefix, repository }) => prefix + repository),
  },
  tag: {
    example: 'tag:1.2',
    get says() {
      return say('state.filter.tag');
    },
    read: part(({ image, tag }) => (image.references.length > 0 ? tag : '')),
  },
  id: {
    example: 'id:3f2a91',
    get says() {
      return say('state.filter.id');
    },
    read: (value) => {
      const wanted = value.toLowerCase().replace(/^sha256:/, '');
      return ({ image }) => image.id.replace(/^sha256:/, '').startsWith(wanted);
    },
  },
  label: {
    example: 'label:team=web',
    get says() {
      return say('state.filter.label');
    },
    read: (value) => {
      if (value === '') return say('state.filter.label.wrong');
      const at = value.indexOf('=');
      const name = at < 0 ? value : value.slice(0, at);
      const wanted = at < 0 ? '' : value.slice(at + 1).toLowerCase();
      return ({ image }) =>
        image.labels.some((label) => label.name === name && label.value.toLowerCase().includes(wanted));
    },
  },
  dangling: {
    example: 'dangling:',
    get says() {
      return say('state.filter.dangling');
    },
    read: (value) => {
      const wanted = yesOrNo.get(value.toLowerCase());
      if (wanted === undefined) return say('state.filter.dangling.wrong', wrong('dangling', value));
      return ({ image }) => (image.references.length === 0) === wanted;
    },
  },
  used: {
    example: 'used:web',
    get says() {
      return say('state.filter.used');
    },
    read: (value) => {
      const wanted = yesOrNo.get(value.toLowerCase());
      const name = value.toLowerCase();
      return ({ image: { containers } }) => {
        if (containers === null) return null;
        if (wanted !== undefined) return containers.count > 0 === wanted;
        return containers.names.some((each) => each.toLowerCase().includes(name));
      };
    },
  },
  larger: {
    example: 'larger:100MB',
    get says() {
      return say('state.filter.larger');
    },
    read: size('larger', (own, limit) => own >= limit),
  },
  smaller: {
    example: 'smaller:1GB',
    get says() {
      return say('state.filter.smaller');
    },
    read: size('smaller', (own, limit) => own < limit),
  },
  older: {
    example: 'older:30d',
    get says() {
      return say('state.filter.older');
    },
    read: age('older', (own, limit) => own >= limit),
  },
  newer: {
    example: 'newer:12h',
    get says() {
      return say('state.filter.newer');
    },
    read: age('newer', (own, limit) => own < limit),
  },
  platform: {
    example: 'platform:arm64',
    get says() {
      return say('state.filter.platform');
    },
    needsTraits: true,
    read: (value) => {
      const wanted = value.toLowerCase();
      return ({ image }, { traitsOf }) => {
        if (image.platforms.length > 0)
          return image.platforms.some((platform) => platform.toLowerCase().includes(wanted));
        return traitsOf(image.id)?.platform.toLowerCase().includes(wanted) ?? null;
      };
    },
  },
  layer: {
    example: 'layer:sha256:5f70',
    get says() {
      return say('state.filter.layer');
    },
    needsTraits: true,
    read: (value) => {
      const wanted = value.toLowerCase().replace(/^sha256:/, '');
      if (!/^[0-9a-f]{0,64}$/.test(wanted) || wanted.length < SHORTEST_DIGEST)
        return say('state.filter.layer.wrong', { ...wrong('layer', value), digits: SHORTEST_DIGEST });
      return ({ image }, { traitsOf }) =>
        traitsOf(image.id)?.layers.some((layer) => layer.replace(/^sha256:/, '').startsWith(wanted)) ?? null;
    },
  },
};

export const filterWords: ReadonlyMap<string, FilterWord> = new Map(Object.entries(table));
