/** COPY, ADD, WORKDIR and VOLUME: what is put into the image's files, and where. */
import type { CopyInstruction, Flag, WordsInstruction } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, codes, count, list } from './phrases.js';
import { sourceName } from './stages.js';

export function explainCopy(instruction: CopyInstruction, place: Place): Words {
  const { scope } = place;
  if (instruction.sources.length === 0) return nothingYet(instruction.keyword);
  const from = flag(instruction, 'from');
  const sources = instruction.sources.map(({ text }) => scope.shown(text));
  const to = target(instruction, sources, place);
  const what =
    from === null
      ? fromContext(instruction, sources)
      : `Copies ${list(sources.map(code))} from ${sourceName(scope.shown(from), place)}`;
  return {
    text: `${what} ${to}${manner(instruction)}. ${owner(instruction, from === null ? scope.user : '')}`.trim(),
    effect: 'filesystem',
    makesLayer: true,
    invalidatedBy:
      from === null
        ? becauseOf(instruction, sources)
        : `Runs again when these files come out different there${orAbove(instruction)}.`,
    atRunTime: null,
  };
}

const nothingYet = (keyword: string): Words => ({
  text: `${keyword} takes files and puts them into the image, but none is named yet.`,
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
  if (heredocs.length > 0 && files.length === 0)
    return `Writes the ${heredocs.length === 1 ? 'text' : `${String(heredocs.length)} texts`} that follow${heredocs.length === 1 ? 's' : ''}`;
  if (keyword === 'ADD' && files.length === 1 && files[0] !== undefined) {
    if (GIT.test(files[0])) return `Fetches the repository ${code(files[0])}`;
    if (URL.test(files[0])) return `Downloads ${code(files[0])}`;
    if (ARCHIVE.test(files[0]) && !isPacked)
      return `Unpacks the archive ${code(files[0])} of the project folder`;
  }
  if (files.some((path) => /^(?:\.|\.\/|\/)$/.test(path)))
    return 'Copies the whole project folder, but for what the ignore file leaves out,';
  const isPattern = files.some((path) => /[*?[]/.test(path));
  return `Copies ${isPattern ? 'what matches ' : ''}${list(files.map(code))} of the project folder`;
}

function target({ destination }: CopyInstruction, sources: readonly string[], { scope }: Place): string {
  if (!destination) return 'but says not where to';
  const written = scope.shown(destination.text);
  const place =
    /^(?:\/|[a-z]:[\\/])/i.test(written) || written.includes('$') ? written : scope.resolve(written);
  const isFolder =
    sources.length > 1 || /^\.\/?$|[*?[]/.test(sources[0] ?? '') || /(?:^|\/)\.?\.?$/.test(written);
  return `${isFolder ? 'into' : 'to'} ${code(place)}`;
}

const isOn = ({ flags }: CopyInstruction, wanted: string): boolean =>
  flags.some(({ name, value }) => name === wanted && value !== 'false');
const isLinked = (instruction: CopyInstruction): boolean => isOn(instruction, 'link');

function manner(instruction: CopyInstruction): string {
  const mode = flag(instruction, 'chmod');
  const excludes = instruction.flags.flatMap(({ name, value }) =>
    name === 'exclude' && value !== null ? [value] : [],
  );
  const parts = [
    mode === null ? '' : `with the permissions ${code(mode)}`,
    excludes.length === 0 ? '' : `without ${codes(excludes)}`,
    isOn(instruction, 'parents') ? 'with the folders that they are in' : '',
    isOn(instruction, 'keep-git-dir') ? 'with its history' : '',
    flag(instruction, 'unpack') === 'false' ? 'packed as it is' : '',
    flag(instruction, 'checksum') === null ? '' : 'if it is what the checksum says',
    isLinked(instruction) ? 'as a layer that doesn’t depend on those below' : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}

/** What comes from the project folder doesn't go by USER, which surprises. */
function owner(instruction: CopyInstruction, user: string): string {
  const given = flag(instruction, 'chown');
  if (given !== null) return `What is copied belongs to ${code(given)}.`;
  return user === '' || user === 'root' || user === '0'
    ? ''
    : `What is copied belongs to root, although lines here run as ${code(user)}: ${code('--chown')} would change that.`;
}

/** A linked one doesn't stand on what is below it. */
const orAbove = (instruction: CopyInstruction): string =>
  isLinked(instruction) ? '' : ', or anything above changes';

function becauseOf(instruction: CopyInstruction, sources: readonly string[]): string {
  const { keyword, heredocs } = instruction;
  if (heredocs.length === sources.length) return `Runs again when its text changes${orAbove(instruction)}.`;
  if (keyword === 'ADD' && sources.some((source) => URL.test(source) || GIT.test(source)))
    return 'Asked for at every build; runs again when what is there has changed.';
  return `Runs again when the content, name or mode of what it copies changes${orAbove(instruction)}. A new date alone doesn’t count.`;
}

export function explainWorkdir({ words }: WordsInstruction, { scope }: Place): Words {
  const written = scope.shown(words[0]?.text ?? '/');
  // Windows' own, which begin with a drive, stand as they are.
  const folder = /^[a-z]:/i.test(written) ? written : scope.resolve(written);
  const isRoot = folder === '/';
  return {
    text: `Makes ${code(folder)} the folder that the lines below happen in${isRoot ? '' : ', and makes it if it isn’t there'}.`,
    effect: 'filesystem',
    makesLayer: !isRoot,
    invalidatedBy: 'Another folder makes the RUN and COPY lines below run again.',
    atRunTime: 'Containers start in it too.',
  };
}

export function explainVolume({ words }: WordsInstruction, { scope }: Place): Words {
  const folders = words.map(({ text }) => scope.shown(text));
  return {
    text: `Keeps ${list(folders.map(code))} out of a container’s own layer: what is written there goes to ${folders.length === 1 ? 'a volume' : count(folders.length, 'volume')}. What lines below change in ${folders.length === 1 ? 'it' : 'them'} is lost with the classic builder.`,
    effect: 'settings',
    makesLayer: false,
    invalidatedBy: '',
    atRunTime: `Without ${code('-v')}, each container gets a new volume without a name, which stays when the container is removed.`,
  };
}
