/** A Dockerfile explained: what each line of it does, in words about just this line. Pure. */
import { globalsOf, Scope, type Given } from '../scope.js';
import type { Dockerfile, Instruction, Stage } from '../syntax.js';
import { explainArg, explainFrom } from './base.js';
import type { Explanation, Place, Words } from './explanation.js';
import { explainCopy, explainVolume, explainWorkdir } from './files.js';
import { explainHealthcheck } from './health.js';
import { code } from './phrases.js';
import { explainRun } from './run.js';
import {
  explainEnv,
  explainExpose,
  explainLabel,
  explainMaintainer,
  explainShell,
  explainStopSignal,
  explainUser,
} from './settings.js';
import { explainCmd, explainEntrypoint } from './start.js';

export type { Explanation } from './explanation.js';

/**
 * @param given build arguments that have a value from outside
 * @returns one explanation for each instruction, in their order; broken ones are explained as far as they can be read
 */
export function explainFile(file: Dockerfile, given: Given = new Map()): readonly Explanation[] {
  const globals = globalsOf(file, given);
  const used = usedStages(file);
  const scopes = new Map<string, Scope>();
  const found: Explanation[] = [];
  const outside: Place = {
    file,
    stage: null,
    isLastStage: false,
    scope: new Scope(file.escape, given, globals, null),
    used,
  };
  const first = file.stages[0]?.from.range.start.offset ?? Infinity;
  for (const instruction of file.instructions)
    if (instruction.range.start.offset < first) {
      found.push(explained(instruction, outside));
      outside.scope.apply(instruction);
    }
  for (const stage of file.stages) {
    const base = stage.from.image?.text.toLowerCase() ?? '';
    const scope = new Scope(file.escape, given, globals, scopes.get(base) ?? null);
    const place: Place = { file, stage, isLastStage: stage === file.stages.at(-1), scope, used };
    for (const instruction of stage.instructions) {
      // FROM knows what stands above the first one, and nothing of its stage.
      found.push(
        explained(instruction, instruction === stage.from ? { ...place, scope: outside.scope } : place),
      );
      scope.apply(instruction);
    }
    if (stage.name !== null) scopes.set(stage.name, scope);
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
      return plain(`${code(instruction.keywordText)} is no instruction: the engine would refuse the file.`);
  }
}

function explainOnbuild(inner: Instruction | null, place: Place): Words {
  if (!inner) return plain('Keeps an instruction for images built on this one, but names none.');
  const { text } = wordsFor(inner, place);
  return {
    ...plain(
      `Does nothing in this build. Kept in the image, and done right after the FROM of a build on it: ${text}`,
    ),
    effect: 'settings',
  };
}

const plain = (text: string): Words => ({
  text,
  effect: 'build-only',
  makesLayer: false,
  invalidatedBy: '',
  atRunTime: null,
});

/** Stages that something after them is taken from. */
function usedStages({ stages }: Dockerfile): ReadonlySet<Stage> {
  const used = new Set<Stage>();
  const use = (name: string | undefined, before: number): void => {
    const wanted = name?.toLowerCase();
    const stage = stages.find(
      ({ name: known, index }) => index < before && (known === wanted || String(index) === wanted),
    );
    if (stage) used.add(stage);
  };
  for (const { from, index, instructions } of stages) {
    use(from.image?.text, index);
    for (const { flags } of instructions)
      for (const { name, value } of flags) {
        if (name === 'from') use(value ?? '', index);
        if (name === 'mount') use(/(?:^|,)from=([^,]*)/.exec(value ?? '')?.[1], index);
      }
  }
  return used;
}
