/** The settings of two images beside each other, what may be a secret hidden. */
import type { ImageDetail } from '../../../shared/contract/images.js';
import { formatBytes } from '../../../shared/units.js';
import { say } from '../../../shared/words/index.js';
import { isSecretPair } from '../image/secret-value.js';
import { settingRows } from '../image/run-words.js';
import { commandLine } from '../image/run-command.js';

export type ComparedSetting = {
  /** `Command`, `ENV PATH`, `LABEL version`. */
  readonly title: string;
  /** Empty: not set. */
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
};

export function settingsCompared(before: ImageDetail, after: ImageDetail): readonly ComparedSetting[] {
  const plain = (title: string, one: string, other: string): ComparedSetting => ({
    title,
    before: one,
    after: other,
    differs: one !== other,
  });
  const titles = [
    ...new Set([before, after].flatMap((image) => settingRows(image).map(({ title }) => title))),
  ];
  const valueOf = (image: ImageDetail, title: string): string =>
    settingRows(image)
      .find((row) => row.title === title)
      ?.values.join(', ') ?? '';
  return [
    plain(say('compare.settings.size'), formatBytes(before.size), formatBytes(after.size)),
    plain(say('compare.settings.command'), commandLine(before.settings), commandLine(after.settings)),
    ...titles.map((title) => plain(title, valueOf(before, title), valueOf(after, title))),
    ...pairsCompared('ENV', before.settings.environment, after.settings.environment),
    ...pairsCompared('LABEL', before.settings.labels, after.settings.labels),
  ];
}

type Pair = { readonly name: string; readonly value: string };

function pairsCompared(
  word: string,
  before: readonly Pair[],
  after: readonly Pair[],
): readonly ComparedSetting[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort();
  const find = (pairs: readonly Pair[], name: string): Pair | undefined =>
    pairs.findLast((pair) => pair.name === name);
  // A value that is set to nothing is not the same as none.
  const shown = (pair: Pair | undefined): string =>
    pair === undefined
      ? ''
      : isSecretPair(pair)
        ? say('compare.settings.hidden')
        : pair.value === ''
          ? '""'
          : pair.value;
  return names.map((name) => {
    const [one, other] = [find(before, name), find(after, name)];
    return {
      title: `${word} ${name}`,
      before: shown(one),
      after: shown(other),
      differs: one?.value !== other?.value,
    };
  });
}
