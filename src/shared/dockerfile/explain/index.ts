/** A Dockerfile explained: what each line of it does, in words about just this line. Pure. */
import { currentLanguage, say } from '../../words/index.js';
import { globalsOf, Scope, type Given } from '../scope.js';
import type { Dockerfile, Instruction, Stage } from '../syntax.js';
import { explainArg, explainFrom } from './base.js';
import type { Explanation, Place, Words } from './explanation.js';
import { explainCopy, explainVolume, explainWorkdir } from './files.js';
import { explainHealthcheck } from './health.js';
import { code } from './phrases.js';
import { explainRun } from './run.js';
import { neededStages, StageNames } from './stages.js';
import {
  explainEnv,
  explainExpose,
  explainLabel,
  explainMaintainer,
  explainShell,
  explainStopSignal,
  explainUser,
} from './settings.js';
import { explainCmd, explainEntrypoint, startsOf } from './start.js';

export type { Explanation } from './explanation.js';

/**
 * @param given build arguments that have a value from outside
 * @returns one explanation for each instruction, in their order; broken ones are explained as far as they can be read
 */
export function explainFile(file: Dockerfile, given: Given = new Map()): readonly Explanation[] {
  const globals = globalsOf(file, given);
  const names = new StageNames(file);
  const global = new Set(file.globals.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)));
  const above = new Scope(file.escape, given, globals, null);
  const found: Explanation[] = [];
  const outside = {
    file,
    stage: null,
    isLastStage: false,
    scope: above,
    declared: new Set<string>(),
    global,
    starts: { cmd: null, entrypoint: null },
    given,
    names,
  };
  const first = file.stages[0]?.from.range.start.offset ?? Infinity;
  for (const instruction of file.instructions) {
    if (instruction.range.start.offset >= first) break;
    found.push(explained(instruction, { ...outside, needed: new Set() }));
    above.apply(instruction);
  }
  // FROM knows what stands above the first one, and nothing of its stage.
  const shown = (text: string): string => above.shown(text);
  const needed = neededStages(file, names, shown);
  const scopes = new Map<Stage, Scope>();
  for (const stage of file.stages) {
    const base = names.named(shown(stage.from.image?.text ?? ''), stage.index);
    const scope = new Scope(file.escape, given, globals, (base && scopes.get(base)) ?? null);
    const isLastStage = stage === file.stages.at(-1);
    const declared = new Set<string>();
    const place: Place = { ...outside, stage, isLastStage, scope, declared, starts: startsOf(stage), needed };
    for (const instruction of stage.instructions) {
      const isStart = instruction === stage.from;
      found.push(explained(instruction, isStart ? { ...place, scope: above } : place));
      scope.apply(instruction);
      if (instruction.keyword === 'ARG') for (const { key } of instruction.pairs) declared.add(key.text);
    }
    scopes.set(stage, scope);
  }
  return found;
}

const explained = (instruction: Instruction, place: Place): Explanation => ({
  instruction,
  ...wordsFor(instruction, place),
});

function wordsFor(instruction: Instruction, place: Place): Words {
  switch (instruction.keyword) {
    case 'FROM':
      return explainFrom(instruction, place);
    case 'ARG':
      return explainArg(instruction, place);
    case 'ENV':
      return explainEnv(instruction, place);
    case 'LABEL':
      return explainLabel(instruction, place);
    case 'RUN':
      return explainRun(instruction, place);
    case 'COPY':
    case 'ADD':
      return explainCopy(instruction, place);
    case 'WORKDIR':
      return explainWorkdir(instruction, place);
    case 'VOLUME':
      return explainVolume(instruction, place);
    case 'USER':
      return explainUser(instruction, place);
    case 'EXPOSE':
      return explainExpose(instruction, place);
    case 'STOPSIGNAL':
      return explainStopSignal(instruction, place);
    case 'MAINTAINER':
      return explainMaintainer(instruction);
    case 'SHELL':
      return explainShell(instruction, place);
    case 'CMD':
      return explainCmd(instruction, place);
    case 'ENTRYPOINT':
      return explainEntrypoint(instruction, place);
    case 'HEALTHCHECK':
      return explainHealthcheck(instruction);
    case 'ONBUILD':
      return explainOnbuild(instruction.instruction, place);
    case 'UNKNOWN':
      return plain(say('explain.unknown', { word: code(instruction.keywordText) }));
  }
}

function explainOnbuild(inner: Instruction | null, place: Place): Words {
  if (!inner) return plain(say('explain.onbuild.nothing'));
  const words = wordsFor(inner, place).text;
  // A sentence after a colon begins with a capital in German.
  const what = currentLanguage() === 'de' ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return { ...plain(say('explain.onbuild', { what })), effect: 'settings' };
}

const plain = (text: string): Words => ({
  text,
  effect: 'build-only',
  makesLayer: false,
  invalidatedBy: '',
  atRunTime: null,
});
