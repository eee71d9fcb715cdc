/** COPY and ADD: what is brought, from where, to where. */
import { say } from '../../../words/index.js';
import type { CopyInstruction, Flag } from '../../syntax.js';
import type { Step } from '../model.js';
import { isTarArchive } from './archive-name.js';
import { emptyRange } from './fixes.js';
import { hadolintRule, problemAt, stepsWith } from './hadolint-rule.js';
import { inheriting, stepGroups } from './steps.js';
import { stageNamed } from './stage-names.js';
import { unquote } from './variables.js';

function fromFlag({ flags }: CopyInstruction): (Flag & { readonly value: string }) | null {
  const flag = flags.find(({ name }) => name === 'from');
  return flag && flag.value !== null ? { ...flag, value: flag.value } : null;
}

const noAdd = hadolintRule('DL3020', 'error', 'why.DL3020', function* ({ steps }) {
  for (const { step, instruction } of stepsWith(steps, 'ADD')) {
    const { sources, destination } = instruction;
    if (destination === null || sources.some(({ text }) => needsAdd(text))) continue;
    const isPlain = instruction.flags.every(
      ({ name }) => name !== 'checksum' && name !== 'keep-git-dir' && name !== 'unpack',
    );
    const copy = step.effective.keywordText === 'add' ? 'copy' : 'COPY';
    yield problemAt(
      instruction.range,
      say('checks.copy.noAdd', { files: sources.map(({ text }) => text).join(', ') }),
      isPlain
        ? {
            title: say('fix.use', { what: 'COPY' }),
            edits: [{ range: instruction.keywordRange, text: copy }],
          }
        : null,
    );
  }
});

/** An address, a repository, an archive to unpack, a file written in place; a variable may be any of them. */
function needsAdd(source: string): boolean {
  const text = unquote(source);
  return /^(?:https?:|git:|ftp:|ssh:|git@|<<|\$)/i.test(text) || isTarArchive(text);
}

const intoFolder = hadolintRule('DL3021', 'error', 'why.DL3021', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'COPY')) {
    const { sources, destination } = instruction;
    if (sources.length < 2 || destination === null) continue;
    const text = unquote(destination.text);
    if (/[/\\]$/.test(text) || text === '.' || text === '..' || text.includes('$')) continue;
    const isBare = destination.text === text && instruction.value.endsWith(text);
    yield problemAt(
      destination.range,
      say('checks.copy.folder', { count: String(sources.length), path: text }),
      isBare
        ? { title: say('fix.slash'), edits: [{ range: emptyRange(destination.range.end), text: '/' }] }
        : null,
    );
  }
});

const knownStage = hadolintRule('DL3022', 'warning', 'why.DL3022', function* (model) {
  for (const { step, instruction } of stepsWith(model.steps, 'COPY')) {
    const flag = fromFlag(instruction);
    if (!flag || isImage(flag.value)) continue;
    const index = step.stage?.stage.index ?? 0;
    const isStage = /^\d+$/.test(flag.value)
      ? Number(flag.value) < index
      : stageNamed(model, flag.value, index) !== null;
    if (!isStage) yield problemAt(flag.range, say('checks.copy.noStage', { name: flag.value }));
  }
});

/** A tag, a digest or a path tells that it is one; a variable may be. */
function isImage(name: string): boolean {
  return /[:@/$]/.test(name);
}

const otherStage = hadolintRule('DL3023', 'error', 'why.DL3023', function* ({ steps }) {
  for (const { step, instruction } of stepsWith(steps, 'COPY')) {
    const flag = fromFlag(instruction);
    const own = step.stage?.stage.name ?? null;
    if (flag && own !== null && flag.value.toLowerCase() === own)
      yield problemAt(flag.range, say('checks.copy.itself', { name: flag.value }));
  }
});

const knownFolder = hadolintRule('DL3045', 'warning', 'why.DL3045', function* (model) {
  const known = inheriting(model, ({ steps }) => steps.some(setsFolder));
  for (const steps of stepGroups(model)) {
    const parent = steps[0]?.stage?.parent ?? null;
    // An empty image has no folder set, so what is relative begins at the root.
    const isEmpty = steps[0]?.stage?.image === 'scratch';
    let hasFolder = isEmpty || (parent !== null && known.has(parent));
    for (const step of steps) {
      if (setsFolder(step)) hasFolder = true;
      const { effective } = step;
      if (effective.keyword !== 'COPY' || hasFolder || !effective.destination) continue;
      const text = unquote(effective.destination.text);
      if (!isRooted(text) && !isRooted(effective.destination.text.replace(/^["']/, '')))
        yield problemAt(effective.destination.range, say('checks.copy.relative', { path: text }));
    }
  }
});

function setsFolder({ effective }: Step): boolean {
  return effective.keyword === 'WORKDIR';
}

/** Also on Windows; a variable may be anything. */
function isRooted(path: string): boolean {
  return /^(?:[/\\$]|[A-Za-z]:)/.test(path);
}

const wholeSystem = hadolintRule('DL3067', 'warning', 'why.DL3067', function* ({ steps }) {
  for (const { instruction } of stepsWith(steps, 'COPY')) {
    const flag = fromFlag(instruction);
    const isWhole = instruction.sources.some(({ text }) => unquote(text) === '/');
    if (flag && isWhole && instruction.destination && unquote(instruction.destination.text) === '/')
      yield problemAt(instruction.range, say('checks.copy.whole', { name: flag.value }));
  }
});

export const copyRules = [noAdd, intoFolder, knownStage, otherStage, knownFolder, wholeSystem];
