/** COPY and ADD: what is brought, from where, to where. */
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

const noAdd = hadolintRule(
  'DL3020',
  'error',
  'ADD also fetches addresses and unpacks archives: for plain files COPY does the same and nothing unforeseen.',
  function* ({ steps }) {
    for (const { step, instruction } of stepsWith(steps, 'ADD')) {
      const { sources, destination } = instruction;
      if (destination === null || sources.some(({ text }) => needsAdd(text))) continue;
      const isPlain = instruction.flags.every(
        ({ name }) => name !== 'checksum' && name !== 'keep-git-dir' && name !== 'unpack',
      );
      const copy = step.effective.keywordText === 'add' ? 'copy' : 'COPY';
      yield problemAt(
        instruction.range,
        `ADD does nothing here that COPY doesn’t: copy ${sources.map(({ text }) => text).join(', ')} with COPY`,
        isPlain ? { title: 'Use COPY', edits: [{ range: instruction.keywordRange, text: copy }] } : null,
      );
    }
  },
);

/** An address, a repository, an archive to unpack, a file written in place; a variable may be any of them. */
function needsAdd(source: string): boolean {
  const text = unquote(source);
  return /^(?:https?:|git:|ftp:|ssh:|git@|<<|\$)/i.test(text) || isTarArchive(text);
}

const intoFolder = hadolintRule(
  'DL3021',
  'error',
  'Several files only fit into a folder, and the slash at its end says that it is one.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'COPY')) {
      const { sources, destination } = instruction;
      if (sources.length < 2 || destination === null) continue;
      const text = unquote(destination.text);
      if (/[/\\]$/.test(text) || text === '.' || text === '..' || text.includes('$')) continue;
      const isBare = destination.text === text && instruction.value.endsWith(text);
      yield problemAt(
        destination.range,
        `${sources.length} sources go to “${text}”, which must be a folder: write ${text}/`,
        isBare
          ? { title: 'Add the slash', edits: [{ range: emptyRange(destination.range.end), text: '/' }] }
          : null,
      );
    }
  },
);

const knownStage = hadolintRule(
  'DL3022',
  'warning',
  'What is no stage above is taken for an image of that name, and fetched from a registry.',
  function* (model) {
    for (const { step, instruction } of stepsWith(model.steps, 'COPY')) {
      const flag = fromFlag(instruction);
      if (!flag || isImage(flag.value)) continue;
      const index = step.stage?.stage.index ?? 0;
      const isStage = /^\d+$/.test(flag.value)
        ? Number(flag.value) < index
        : stageNamed(model, flag.value, index) !== null;
      if (!isStage) yield problemAt(flag.range, `No stage above is called “${flag.value}”`);
    }
  },
);

/** A tag, a digest or a path tells that it is one; a variable may be. */
function isImage(name: string): boolean {
  return /[:@/$]/.test(name);
}

const otherStage = hadolintRule(
  'DL3023',
  'error',
  'A stage isn’t finished while it is built: there is nothing of it to copy from yet.',
  function* ({ steps }) {
    for (const { step, instruction } of stepsWith(steps, 'COPY')) {
      const flag = fromFlag(instruction);
      const own = step.stage?.stage.name ?? null;
      if (flag && own !== null && flag.value.toLowerCase() === own)
        yield problemAt(flag.range, `The stage “${flag.value}” copies from itself`);
    }
  },
);

const knownFolder = hadolintRule(
  'DL3045',
  'warning',
  'Where a relative path leads then depends on the base image, which may change it.',
  function* (model) {
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
          yield problemAt(
            effective.destination.range,
            `“${text}” is relative, and no WORKDIR above says to what`,
          );
      }
    }
  },
);

function setsFolder({ effective }: Step): boolean {
  return effective.keyword === 'WORKDIR';
}

/** Also on Windows; a variable may be anything. */
function isRooted(path: string): boolean {
  return /^(?:[/\\$]|[A-Za-z]:)/.test(path);
}

const wholeSystem = hadolintRule(
  'DL3067',
  'warning',
  'It takes everything along that the other stage was there to leave behind.',
  function* ({ steps }) {
    for (const { instruction } of stepsWith(steps, 'COPY')) {
      const flag = fromFlag(instruction);
      const isWhole = instruction.sources.some(({ text }) => unquote(text) === '/');
      if (flag && isWhole && instruction.destination && unquote(instruction.destination.text) === '/')
        yield problemAt(
          instruction.range,
          `The whole filesystem of “${flag.value}” is copied: name what is needed of it`,
        );
    }
  },
);

export const copyRules = [noAdd, intoFolder, knownStage, otherStage, knownFolder, wholeSystem];
