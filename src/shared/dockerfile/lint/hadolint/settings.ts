/** What an image is given to run by: ports, its command, its health. */
import { say } from '../../../words/index.js';
import type { Instruction, Word } from '../../syntax.js';
import type { Model, StageModel, Step } from '../model.js';
import type { Problem } from '../rule.js';
import { hadolintRule, optionalRule, problemAt, stepsWith } from './hadolint-rule.js';
import { inheriting, stepGroups } from './steps.js';

const HIGHEST_PORT = 65_535;

const ports = hadolintRule('DL3011', 'error', 'why.DL3011', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'EXPOSE'))
    for (const word of instruction.words) {
      const port = tooHigh(word);
      if (port !== undefined)
        yield problemAt(word.range, say('checks.port', { port, last: String(HIGHEST_PORT) }));
    }
});

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
      yield problemAt(instruction.range, say('checks.repeated', { keyword, line: String(last) }));
  }
}

const oneHealthcheck = hadolintRule('DL3012', 'error', 'why.DL3012', (model) =>
  repeated(model, 'HEALTHCHECK'),
);
const oneCommand = hadolintRule('DL4003', 'warning', 'why.DL4003', (model) => repeated(model, 'CMD'));
const oneEntrypoint = hadolintRule('DL4004', 'error', 'why.DL4004', (model) => repeated(model, 'ENTRYPOINT'));

const jsonForm = hadolintRule('DL3025', 'warning', 'why.DL3025', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'CMD', 'ENTRYPOINT'))
    if (instruction.command.form === 'shell')
      yield problemAt(instruction.command.range, say('checks.jsonForm', { keyword: instruction.keyword }));
});

const hasHealthcheck = optionalRule('DL3057', 'info', 'why.DL3057', function* (model) {
  const having = inheriting(model, (stage) => stage.steps.some(setsHealth));
  const covered = new Set<StageModel>(having);
  // What a stage that has one is built on is there for that stage.
  for (const stage of [...model.stages].reverse())
    if (stage.parent && covered.has(stage)) covered.add(stage.parent);
  for (const stage of model.stages)
    if (!covered.has(stage)) yield problemAt(stage.stage.from.range, say('checks.noHealth'));
});

function setsHealth({ effective }: Step): boolean {
  return effective.keyword === 'HEALTHCHECK';
}

export const settingsRules = [ports, oneHealthcheck, jsonForm, hasHealthcheck, oneCommand, oneEntrypoint];
