/** What an image is given to run by: ports, its command, its health. */
import type { Instruction, Word } from '../../syntax.js';
import type { Model, StageModel, Step } from '../model.js';
import type { Problem } from '../rule.js';
import { hadolintRule, optionalRule, problemAt, stepsWith } from './hadolint-rule.js';
import { inheriting, stepGroups } from './steps.js';

const HIGHEST_PORT = 65_535;

const ports = hadolintRule(
  'DL3011',
  'error',
  'There are no higher ports: nothing can ever listen there.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'EXPOSE'))
      for (const word of instruction.words) {
        const port = tooHigh(word);
        if (port !== undefined)
          yield problemAt(word.range, `There is no port ${port}: the last is ${HIGHEST_PORT}`);
      }
  },
);

function tooHigh({ text }: Word): string | undefined {
  const [range = ''] = text.replace(/["']/g, '').split('/', 1);
  return range.split('-').find((port) => /^\d+$/.test(port) && Number(port) > HIGHEST_PORT);
}

/** All of a stage's but the last are of no effect. */
function* repeated(model: Model, keyword: Instruction['keyword']): Generator<Problem> {
  for (const steps of stepGroups(model)) {
    const found = steps.filter(({ instruction }) => instruction.keyword === keyword);
    const last = found.at(-1)?.instruction.range.start.line ?? 0;
    for (const { instruction } of found.slice(0, -1))
      yield problemAt(
        instruction.range,
        `This ${keyword} has no effect: the one in line ${last} takes its place`,
      );
  }
}

const oneHealthcheck = hadolintRule('DL3012', 'error', 'An image has one health check: the last.', (model) =>
  repeated(model, 'HEALTHCHECK'),
);
const oneCommand = hadolintRule('DL4003', 'warning', 'An image has one CMD: the last.', (model) =>
  repeated(model, 'CMD'),
);
const oneEntrypoint = hadolintRule('DL4004', 'error', 'An image has one ENTRYPOINT: the last.', (model) =>
  repeated(model, 'ENTRYPOINT'),
);

const jsonForm = hadolintRule(
  'DL3025',
  'warning',
  'Written as text it runs inside a shell, which is process 1 and doesn’t pass signals on: the program isn’t told to stop.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'CMD', 'ENTRYPOINT'))
      if (instruction.command.form === 'shell')
        yield problemAt(
          instruction.command.range,
          `Write what ${instruction.keyword} runs as a JSON array: ["program", "argument"]`,
        );
  },
);

const hasHealthcheck = optionalRule(
  'DL3057',
  'info',
  'Without one, a container whose program hangs looks as well as one that works. HEALTHCHECK NONE says that it is meant so.',
  function* (model) {
    const having = inheriting(model, (stage) => stage.steps.some(setsHealth));
    const covered = new Set<StageModel>(having);
    // What a stage that has one is built on is there for that stage.
    for (const stage of [...model.stages].reverse())
      if (stage.parent && covered.has(stage)) covered.add(stage.parent);
    for (const stage of model.stages)
      if (!covered.has(stage))
        yield problemAt(
          stage.stage.from.range,
          'Nothing tells whether a container of this stage is well: add a HEALTHCHECK',
        );
  },
);

function setsHealth({ effective }: Step): boolean {
  return effective.keyword === 'HEALTHCHECK';
}

export const settingsRules = [ports, oneHealthcheck, jsonForm, hasHealthcheck, oneCommand, oneEntrypoint];
