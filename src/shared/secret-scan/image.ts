/** What of an image's own settings and history looks like a secret. Pure. */
import type { ImageDetail } from '../contract/images.js';
import { say } from '../words/index.js';
import { isSecretName } from './names.js';
import { hintOf, hintWords, scanText, secretTitle } from './scan.js';

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
    ...environment.flatMap((pair) => pairFindings('ENV', pair, say('secrets.remedy.environment'))),
    ...labels.flatMap((pair) => pairFindings('LABEL', pair, say('secrets.remedy.label'))),
    ...steps.flatMap(({ createdBy, instruction }) => {
      // What ENV sets is told of once, and a value that stands in the shell's own variable is none.
      if (/^(?:ENV|LABEL)\s/.test(instruction)) return [];
      const keyword = /^[A-Z]+/.exec(instruction)?.[0] ?? 'RUN';
      const remedy = say('secrets.remedy.step');
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
    return [{ where, title: say('secrets.named'), hint: hintWords(hintOf(value)), remedy }];
  return scanText(value, false)
    .slice(0, 1)
    .map(({ what, hint }) => ({ where, title: secretTitle(what), hint: hintWords(hint), remedy }));
}

/** `NAME=value` as builders and shells write it. */
const WORD_PAIR = /(?<![\w$.-])([A-Za-z_]\w{0,100})=("[^"\n]{1,400}"|'[^'\n]{1,400}'|[^\s;&|"'$]{1,400})/g;

function textFindings(text: string): readonly Omit<ImageFinding, 'where' | 'remedy'>[] {
  const named = [...text.matchAll(WORD_PAIR)].flatMap(([, name = '', written = '']) => {
    const value = written.replace(/^(["'])(.*)\1$/s, '$2');
    return isSecretName(name) && !isElsewhere(value)
      ? [{ title: say('secrets.valueOf', { name }), hint: hintWords(hintOf(value)) }]
      : [];
  });
  if (named.length > 0) return named.slice(0, 1);
  return scanText(text, false)
    .slice(0, 1)
    .map(({ what, hint }) => ({ title: secretTitle(what), hint: hintWords(hint) }));
}

/** A place, a switch, or the name of another variable. */
const isElsewhere = (value: string): boolean =>
  value.length < 3 || /^(?:\$|\/|~|\.{1,2}\/|true$|false$|yes$|no$|none$|null$|\d{1,6}$)/i.test(value);

/** As much of an instruction as holds no value. */
const whereOf = (keyword: string, createdBy: string): string =>
  /^\|\d+ /.test(createdBy) ? say('secrets.withArguments', { keyword }) : keyword;
