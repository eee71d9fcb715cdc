/** FROM and ARG: what a stage stands on, and what is given to a build from outside. */
import { looksSecret } from '../../build-privacy.js';
import { tryReference } from '../../reference.js';
import type { FromInstruction, Pair, PairsInstruction, Stage } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, codes, line } from './phrases.js';

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

/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const PLATFORM = /^(TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

export function explainArg({ pairs }: PairsInstruction, place: Place): Words {
  const names = pairs.map(({ key }) => key.text);
  const secret = names.find(looksSecret);
  return {
    text: place.stage
      ? argSentence(pairs, place)
      : `${argSentence(pairs, place)} Above the first FROM, only FROM lines know it.`,
    effect: 'build-only',
    makesLayer: false,
    invalidatedBy: place.stage ? 'Another value makes the RUN lines below run again.' : '',
    atRunTime:
      secret === undefined
        ? place.stage && 'A container doesn’t have it: only ENV stays.'
        : `A container doesn’t have it, but the image’s history shows what ${code(secret)} was: a secret belongs into ${code('RUN --mount=type=secret')}.`,
  };
}

function argSentence(pairs: readonly Pair[], { stage, global, given, scope }: Place): string {
  const [first] = pairs;
  if (!first) return 'Declares a build argument, but names none yet.';
  if (pairs.length > 1)
    return `Declares the build arguments ${codes(pairs.map(({ key }) => key.text))}, which ${code('--build-arg')} gives other values.`;
  const name = first.key.text;
  const what = `the build argument ${code(name)}`;
  const value = given.get(name);
  if (value !== undefined)
    return `Declares ${what}, which is ${looksSecret(name) ? 'given' : code(value)} in this build.`;
  if (first.value)
    return `Declares ${what}, which is ${code(scope.shown(first.value.text))} unless ${code('--build-arg')} gives another value.`;
  if (stage && global.has(name)) return `Brings ${what} from above the first FROM into this stage.`;
  const side = PLATFORM.exec(name)?.[1];
  if (stage && side !== undefined)
    return `Brings ${code(name)} into this stage: the builder itself fills in what ${side === 'TARGET' ? 'the image is built for' : 'it runs on'}.`;
  return `Declares ${what}, which is empty unless ${code('--build-arg')} gives it a value.`;
}
