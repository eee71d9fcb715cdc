/** COPY, ADD, WORKDIR and VOLUME: what is put into the image's files, and where. */
import { say } from '../../words/index.js';
import type { CopyInstruction, Flag, WordsInstruction } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, codes, list, sentences, yes } from './phrases.js';
import { sourceName } from './stages.js';

export function explainCopy(instruction: CopyInstruction, place: Place): Words {
  const { scope } = place;
  if (instruction.sources.length === 0) return nothingYet(instruction.keyword);
  const from = flag(instruction, 'from');
  const sources = instruction.sources.map(({ text }) => scope.shown(text));
  const what =
    from === null
      ? fromContext(instruction, sources)
      : say('explain.copy.from', {
          files: list(sources.map(code)),
          source: sourceName(scope.shown(from), place),
        });
  const whole = [placed(what, instruction, sources, place), ...manner(instruction)].join(', ');
  return {
    text: sentences(`${whole}.`, owner(instruction, from === null ? scope.user : '')),
    effect: 'filesystem',
    makesLayer: true,
    invalidatedBy:
      from === null ? becauseOf(instruction, sources) : say('explain.copy.again.source', linked(instruction)),
    atRunTime: null,
  };
}

const nothingYet = (keyword: string): Words => ({
  text: say('explain.copy.nothing', { keyword }),
  effect: 'filesystem',
  makesLayer: true,
  invalidatedBy: '',
  atRunTime: null,
});

const flag = ({ flags }: { readonly flags: readonly Flag[] }, wanted: string): string | null =>
  flags.find(({ name }) => name === wanted)?.value ?? null;

const URL = /^https?:\/\//i;
const GIT = /^(?:git@|git:\/\/|ssh:\/\/|https?:\/\/[^?]*\.git(?:[#?]|$))/i;
const ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz|zst))$/i;

function fromContext(instruction: CopyInstruction, sources: readonly string[]): string {
  const { keyword, heredocs } = instruction;
  const isPacked = flag(instruction, 'unpack') === 'false';
  const files = sources.filter((source) => !source.startsWith('<<'));
  if (heredocs.length > 0 && files.length === 0) return say('explain.copy.text', { count: heredocs.length });
  if (keyword === 'ADD' && files.length === 1 && files[0] !== undefined) {
    if (GIT.test(files[0])) return say('explain.copy.repository', { url: code(files[0]) });
    if (URL.test(files[0])) return say('explain.copy.download', { url: code(files[0]) });
    if (ARCHIVE.test(files[0]) && !isPacked) return say('explain.copy.archive', { file: code(files[0]) });
  }
  if (files.some((path) => /^(?:\.|\.\/|\/)$/.test(path))) return say('explain.copy.whole');
  const isPattern = files.some((path) => /[*?[]/.test(path));
  return say(isPattern ? 'explain.copy.pattern' : 'explain.copy.files', { files: list(files.map(code)) });
}

function placed(
  what: string,
  { destination }: CopyInstruction,
  sources: readonly string[],
  { scope }: Place,
): string {
  if (!destination) return say('explain.copy.nowhere', { what });
  const written = scope.shown(destination.text);
  const place =
    /^(?:\/|[a-z]:[\\/])/i.test(written) || written.includes('$') ? written : scope.resolve(written);
  const isFolder =
    sources.length > 1 || /^\.\/?$|[*?[]/.test(sources[0] ?? '') || /(?:^|\/)\.?\.?$/.test(written);
  return say(isFolder ? 'explain.copy.into' : 'explain.copy.to', { what, place: code(place) });
}

const isOn = ({ flags }: CopyInstruction, wanted: string): boolean =>
  flags.some(({ name, value }) => name === wanted && value !== 'false');

function manner(instruction: CopyInstruction): readonly string[] {
  const mode = flag(instruction, 'chmod');
  const excludes = instruction.flags.flatMap(({ name, value }) =>
    name === 'exclude' && value !== null ? [value] : [],
  );
  return [
    mode === null ? '' : say('explain.copy.mode', { mode: code(mode) }),
    excludes.length === 0 ? '' : say('explain.copy.without', { files: codes(excludes) }),
    isOn(instruction, 'parents') ? say('explain.copy.parents') : '',
    isOn(instruction, 'keep-git-dir') ? say('explain.copy.history') : '',
    flag(instruction, 'unpack') === 'false' ? say('explain.copy.packed') : '',
    flag(instruction, 'checksum') === null ? '' : say('explain.copy.checksum'),
    isOn(instruction, 'link') ? say('explain.copy.linked') : '',
  ].filter(Boolean);
}

/** What comes from the project folder doesn't go by USER, which surprises. */
function owner(instruction: CopyInstruction, user: string): string {
  const given = flag(instruction, 'chown');
  if (given !== null) return say('explain.copy.owner', { owner: code(given) });
  return user === '' || user === 'root' || user === '0'
    ? ''
    : say('explain.copy.ownedByRoot', { user: code(user) });
}

/** A linked one doesn't stand on what is below it. */
const linked = (instruction: CopyInstruction) => ({ isLinked: yes(isOn(instruction, 'link')) });

function becauseOf(instruction: CopyInstruction, sources: readonly string[]): string {
  const { keyword, heredocs } = instruction;
  if (heredocs.length === sources.length) return say('explain.copy.again.text', linked(instruction));
  if (keyword === 'ADD' && sources.some((source) => URL.test(source) || GIT.test(source)))
    return say('explain.copy.again.url');
  return say('explain.copy.again.files', linked(instruction));
}

export function explainWorkdir({ words }: WordsInstruction, { scope }: Place): Words {
  const written = scope.shown(words[0]?.text ?? '/');
  // Windows' own, which begin with a drive, stand as they are.
  const folder = /^[a-z]:/i.test(written) ? written : scope.resolve(written);
  const isRoot = folder === '/';
  return {
    text: say(isRoot ? 'explain.workdir.root' : 'explain.workdir', { folder: code(folder) }),
    effect: 'filesystem',
    makesLayer: !isRoot,
    invalidatedBy: say('explain.workdir.again'),
    atRunTime: say('explain.workdir.start'),
  };
}

export function explainVolume({ words }: WordsInstruction, { scope }: Place): Words {
  const folders = words.map(({ text }) => scope.shown(text));
  return {
    text: say('explain.volume', { folders: list(folders.map(code)), count: folders.length }),
    effect: 'settings',
    makesLayer: false,
    invalidatedBy: '',
    atRunTime: say('explain.volume.stays'),
  };
}
