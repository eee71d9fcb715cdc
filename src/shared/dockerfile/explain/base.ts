/** FROM and ARG: what a stage stands on, and what is given to a build from outside. */
import { looksSecret } from '../../build-privacy.js';
import { tryReference } from '../../reference.js';
import type { FromInstruction, PairsInstruction, Stage } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, line, list } from './phrases.js';

export function explainFrom(
  instruction: FromInstruction,
  { file, stage, isLastStage, scope, names, needed }: Place,
): Words {
  const image = scope.shown(instruction.image?.text ?? '');
  const platform = instruction.flags.find(({ name }) => name === 'platform')?.value ?? null;
  const name = stage?.name ?? null;
  const starts = name === null ? 'Starts' : `Starts the stage ${code(name)}`;
  const parent = names.named(image, stage?.index ?? 0);
  const sentences = [
    parent ? onStage(starts, parent) : onImage(starts, image, platform && scope.shown(platform)),
    stage ? roleOf(stage, file.stages.length, isLastStage, needed) : '',
  ];
  return {
    text: sentences.filter(Boolean).join(' '),
    effect: 'base',
    makesLayer: false,
    invalidatedBy: parent || image === 'scratch' || image === '' ? '' : whenItMoves(image),
    atRunTime: image === 'scratch' ? 'There is no shell in it, so a command in shell form can’t run.' : null,
  };
}

const onStage = (starts: string, parent: Stage): string =>
  `${starts} where the stage ${code(parent.name ?? '')} (${line(parent.from)}) ends, with its files and its settings.`;

function onImage(starts: string, image: string, platform: string | null): string {
  if (image === '') return 'Starts a stage, but names no image to start it from.';
  const wanted = platform === null ? '' : ` for ${code(platform)}`;
  if (image === 'scratch')
    return `${starts} from nothing: all that the image will hold comes from the lines below.`;
  return `${starts} on the image ${code(image)}${wanted}: its layers lie below all that follows, and its settings count until a line changes them.`;
}

function roleOf(stage: Stage, stages: number, isLast: boolean, needed: ReadonlySet<Stage>): string {
  if (stages === 1) return '';
  if (isLast)
    return 'It is the last stage, so the image is made of it; earlier stages only lend it what it copies.';
  return needed.has(stage)
    ? 'Of this stage, only what later lines take from it gets into the image.'
    : 'The last stage takes nothing from it, so a build leaves it out unless it is the target.';
}

/** What a name of an image stands for changes, or never. */
function whenItMoves(image: string): string {
  const reference = tryReference(image);
  if (!reference.ok) return 'Everything below runs again once it stands for another image.';
  const { tag, digest } = reference.value;
  if (digest !== undefined) return 'It is named by its digest, so it is the same image always.';
  const pointer = tag === undefined ? 'Without a tag it means `latest`, which' : `The tag ${code(tag)}`;
  return `${pointer} can be moved to another image; when that one is pulled, everything below runs again.`;
}

export function explainArg({ pairs }: PairsInstruction, { stage, file, scope }: Place): Words {
  const names = pairs.map(({ key }) => key.text);
  const [first] = pairs;
  const isOne = pairs.length === 1 && first;
  const fallback = isOne && first.value ? scope.shown(first.value.text) : null;
  const brought = stage
    ? names.filter((name) => file.globals.some((one) => one.pairs.some(({ key }) => key.text === name)))
    : [];
  const what = `the build argument${pairs.length === 1 ? '' : 's'} ${list(names.map(code))}`;
  const text =
    isOne && brought.length > 0 && fallback === null
      ? `Brings ${what} from above the first FROM into this stage.`
      : `Declares ${what}${fallback === null ? '' : `, which is ${code(fallback)}`} unless ${code('--build-arg')} gives ${isOne ? 'another value' : 'other values'}.`;
  const secret = names.find(looksSecret);
  return {
    text: stage ? text : `${text} Above the first FROM, only FROM lines know it.`,
    effect: 'build-only',
    makesLayer: false,
    invalidatedBy: stage ? 'Another value makes the RUN lines below run again.' : '',
    atRunTime:
      secret === undefined
        ? stage && 'A container doesn’t have it: only ENV stays.'
        : `A container doesn’t have it, but the image’s history shows what ${code(secret)} was: a secret belongs into ${code('RUN --mount=type=secret')}.`,
  };
}
