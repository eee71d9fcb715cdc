/** FROM and ARG: what a stage stands on, and what is given to a build from outside. */
import { looksSecret } from '../../build-privacy.js';
import { tryReference } from '../../reference.js';
import { say } from '../../words/index.js';
import type { FromInstruction, Pair, PairsInstruction, Stage } from '../syntax.js';
import type { Place, Words } from './explanation.js';
import { code, codes, line, sentences, yes } from './phrases.js';

export function explainFrom(
  instruction: FromInstruction,
  { file, stage, isLastStage, scope, names, needed }: Place,
): Words {
  const image = scope.shown(instruction.image?.text ?? '');
  const platform = instruction.flags.find(({ name }) => name === 'platform')?.value ?? null;
  const name = stage?.name ?? null;
  const start = { isNamed: yes(name !== null), name: name === null ? '' : code(name) };
  const parent = names.named(image, stage?.index ?? 0);
  return {
    text: sentences(
      parent ? onStage(start, parent) : onImage(start, image, platform && scope.shown(platform)),
      stage ? roleOf(stage, file.stages.length, isLastStage, needed) : '',
    ),
    effect: 'base',
    makesLayer: false,
    invalidatedBy: parent || image === 'scratch' || image === '' ? '' : whenItMoves(image),
    atRunTime: image === 'scratch' ? say('explain.from.noShell') : null,
  };
}

type Start = { readonly isNamed: 'yes' | 'no'; readonly name: string };

const onStage = (start: Start, parent: Stage): string =>
  say('explain.from.stage', { ...start, parent: code(parent.name ?? ''), line: line(parent.from) });

function onImage(start: Start, image: string, platform: string | null): string {
  if (image === '') return say('explain.from.nothing');
  if (image === 'scratch') return say('explain.from.scratch', start);
  return platform === null
    ? say('explain.from.image', { ...start, image: code(image) })
    : say('explain.from.imageFor', { ...start, image: code(image), platform: code(platform) });
}

function roleOf(stage: Stage, stages: number, isLast: boolean, needed: ReadonlySet<Stage>): string {
  if (stages === 1) return '';
  if (isLast) return say('explain.from.last');
  return say(needed.has(stage) ? 'explain.from.needed' : 'explain.from.unneeded');
}

/** What a name of an image stands for changes, or never. */
function whenItMoves(image: string): string {
  const reference = tryReference(image);
  if (!reference.ok) return say('explain.from.again');
  const { tag, digest } = reference.value;
  if (digest !== undefined) return say('explain.from.again.digest');
  return tag === undefined
    ? say('explain.from.again.latest')
    : say('explain.from.again.tag', { tag: code(tag) });
}

/** https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const PLATFORM = /^(TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

export function explainArg({ pairs }: PairsInstruction, place: Place): Words {
  const names = pairs.map(({ key }) => key.text);
  const secret = names.find(looksSecret);
  return {
    text: sentences(argSentence(pairs, place), place.stage ? '' : say('explain.arg.above')),
    effect: 'build-only',
    makesLayer: false,
    invalidatedBy: place.stage ? say('explain.arg.again') : '',
    atRunTime:
      secret === undefined
        ? place.stage && say('explain.arg.gone')
        : say('explain.arg.secret', { name: code(secret) }),
  };
}

function argSentence(pairs: readonly Pair[], { stage, global, given, scope }: Place): string {
  const [first] = pairs;
  if (!first) return say('explain.arg.nothing');
  if (pairs.length > 1) return say('explain.arg.several', { names: codes(pairs.map(({ key }) => key.text)) });
  const written = first.key.text;
  const name = code(written);
  const value = given.get(written);
  if (value !== undefined)
    return looksSecret(written)
      ? say('explain.arg.givenSecret', { name })
      : say('explain.arg.given', { name, value: code(value) });
  if (first.value) return say('explain.arg.default', { name, value: code(scope.shown(first.value.text)) });
  if (stage && global.has(written)) return say('explain.arg.global', { name });
  const side = PLATFORM.exec(written)?.[1];
  if (stage && side !== undefined)
    return say(side === 'TARGET' ? 'explain.arg.target' : 'explain.arg.build', { name });
  return say('explain.arg.empty', { name });
}
