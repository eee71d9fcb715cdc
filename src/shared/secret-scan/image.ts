/** What of an image's own settings and history looks like a secret. Pure. */
import type { ImageDetail } from '../contract/images.js';
import { isSecretName } from './names.js';
import { hintOf, scanText } from './scan.js';

export type ImageFinding = {
  /** `ENV API_TOKEN`, `LABEL x`, `RUN npm ci`: where it stands, with nothing of the secret. */
  readonly where: string;
  readonly title: string;
  readonly hint: string;
  /** What keeps it out of the next build. */
  readonly remedy: string;
};

const MOST = 50;
const LONGEST_WHERE = 80;

type Scanned = Pick<ImageDetail, 'steps'> & {
  readonly settings: Pick<ImageDetail['settings'], 'environment' | 'labels'>;
};

export function scanImage({ settings, steps }: Scanned): readonly ImageFinding[] {
  const { environment, labels } = settings;
  const found = [
    ...environment.flatMap((pair) =>
      pairFindings(
        'ENV',
        pair,
        'Take the ENV line out, and give the value when a container is made: -e NAME.',
      ),
    ),
    ...labels.flatMap((pair) => pairFindings('LABEL', pair, 'Take the LABEL line out.')),
    ...steps.flatMap(({ createdBy, instruction }) => {
      // What ENV sets is told of once, and a value that stands in the shell's own variable is none.
      if (/^(?:ENV|LABEL)\s/.test(instruction)) return [];
      const keyword = /^[A-Z]+/.exec(instruction)?.[0] ?? 'RUN';
      const remedy =
        'Use a build secret (RUN --mount=type=secret) in place of an argument or a written value.';
      return textFindings(createdBy).map((finding) => ({
        ...finding,
        where: whereOf(keyword, createdBy),
        remedy,
      }));
    }),
  ];
  return found.slice(0, MOST);
}

type Pair = { readonly name: string; readonly value: string };

function pairFindings(word: string, { name, value }: Pair, remedy: string): readonly ImageFinding[] {
  const where = `${word} ${name.slice(0, LONGEST_WHERE)}`;
  if (value !== '' && isSecretName(name) && !isElsewhere(value))
    return [{ where, title: 'a value whose name says that it is secret', hint: hintOf(value), remedy }];
  return scanText(value, false)
    .slice(0, 1)
    .map(({ title, hint }) => ({ where, title, hint, remedy }));
}

/** `NAME=value` as builders and shells write it. */
const WORD_PAIR = /(?<![\w$.-])([A-Za-z_]\w{0,100})=("[^"\n]{1,400}"|'[^'\n]{1,400}'|[^\s;&|"'$]{1,400})/g;

function textFindings(text: string): readonly Omit<ImageFinding, 'where' | 'remedy'>[] {
  const named = [...text.matchAll(WORD_PAIR)].flatMap(([, name = '', written = '']) => {
    const value = written.replace(/^(["'])(.*)\1$/s, '$2');
    return isSecretName(name) && !isElsewhere(value)
      ? [{ title: `the value of ${name}`, hint: hintOf(value) }]
      : [];
  });
  if (named.length > 0) return named.slice(0, 1);
  return scanText(text, false)
    .slice(0, 1)
    .map(({ title, hint }) => ({ title, hint }));
}

/** A place, a switch, or the name of another variable. */
const isElsewhere = (value: string): boolean =>
  value.length < 3 || /^(?:\$|\/|~|\.{1,2}\/|true$|false$|yes$|no$|none$|null$|\d{1,6}$)/i.test(value);

/** As much of an instruction as holds no value. */
const whereOf = (keyword: string, createdBy: string): string => {
  const argument = /^\|\d+ /.test(createdBy) ? ' with build arguments' : '';
  return `${keyword}${argument}`;
};
