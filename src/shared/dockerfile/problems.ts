/** Why the engine would refuse an instruction, or the whole file, in its own words (moby/buildkit instructions/parse.go). */
import { flagProblem } from './flags.js';
import { healthcheckProblem } from './healthcheck.js';
import { heredocOpening } from './heredoc.js';
import { isBlank } from './space.js';
import { jsonItems } from './split.js';
import { didYouMean } from './suggestion.js';
import type {
  CopyInstruction,
  FromInstruction,
  Instruction,
  PairsInstruction,
  Range,
  Word,
} from './syntax.js';
import { wordProblem } from './word-problem.js';
import { expandWord } from './words.js';

export type Problem = { readonly message: string; readonly range: Range };

const NAMES =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );
const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
const NOT_STRINGS = 'when using JSON array syntax, arrays must be comprised of strings only';
const NO_VARIABLES_IN_FROM =
  'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround';
const NOTHING_SET: ReadonlyMap<string, string> = new Map();

/** Their flags are judged before their arguments; those of the others after. */
const FLAGS_FIRST: ReadonlySet<string> = new Set(['ENV', 'LABEL', 'SHELL']);
/** Flags mean nothing to them. */
const NO_FLAGS: ReadonlySet<string> = new Set(['ARG', 'STOPSIGNAL', 'UNKNOWN']);

/** The first thing that is wrong with it; null when nothing is. */
export function instructionProblem(instruction: Instruction, escape: '\\' | '`'): Problem | null {
  const isFlagless =
    NO_FLAGS.has(instruction.keyword) || (instruction.keyword === 'HEALTHCHECK' && instruction.isNone);
  const flags = () => (isFlagless ? null : flagProblem(instruction));
  return (
    formProblem(instruction) ??
    (FLAGS_FIRST.has(instruction.keyword) ? flags() : null) ??
    argumentProblem(instruction) ??
    flags() ??
    laterProblem(instruction, escape)
  );
}

/** What can't even be read. */
function formProblem(instruction: Instruction): Problem | null {
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return jsonItems(instruction.value) === 'mixed' ? at(instruction, NOT_STRINGS) : null;
    case 'HEALTHCHECK':
      return instruction.command?.form === 'shell' && jsonItems(instruction.command.text) === 'mixed'
        ? { message: NOT_STRINGS, range: instruction.command.range }
        : null;
    case 'ENV':
    case 'LABEL':
      return pairsProblem(instruction);
    case 'ONBUILD':
      return instruction.instruction && formProblem(instruction.instruction);
    default:
      return null;
  }
}

function pairsProblem({ keyword, pairs, isOldForm }: PairsInstruction): Problem | null {
  const alone = pairs.find(({ value }) => value === null);
  if (!alone) return null;
  const { text, range } = alone.key;
  const message = isOldForm
    ? `${keyword} must have two arguments`
    : `Syntax error - can't find = in ${JSON.stringify(text)}. Must be of the form: name=value`;
  return { message, range };
}

/** Too few arguments, too many, and those that can't be. */
function argumentProblem(instruction: Instruction): Problem | null {
  const { keyword, value } = instruction;
  switch (keyword) {
    case 'UNKNOWN':
      return unknownProblem(instruction.keywordText, instruction.keywordRange);
    case 'FROM':
      return fromProblem(instruction);
    case 'COPY':
    case 'ADD':
      return instruction.destination
        ? null
        : at(
            instruction,
            `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
          );
    case 'ENV':
    case 'LABEL':
    case 'ARG': {
      const blank = instruction.pairs.find(({ key }) => key.text === '');
      if (blank)
        return {
          message: `${keyword} names can not be blank`,
          range: blank.value?.range ?? instruction.range,
        };
      return value === '' ? at(instruction, `${keyword} requires at least one argument`) : null;
    }
    case 'EXPOSE':
    case 'VOLUME':
    case 'HEALTHCHECK':
    case 'ONBUILD':
      return value === ''
        ? at(instruction, `${keyword} requires at least one argument`)
        : triggerProblem(instruction);
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
    case 'MAINTAINER':
      return value === '' ? at(instruction, `${keyword} requires exactly one argument`) : null;
    case 'SHELL':
      if (value === '' || (instruction.command.form === 'exec' && instruction.command.items.length === 0))
        return at(instruction, 'SHELL requires at least one argument');
      return instruction.command.form === 'shell'
        ? at(instruction, 'SHELL requires the arguments to be in JSON form')
        : null;
    default:
      return null;
  }
}

/** What is judged once the flags are known to be right. */
function laterProblem(instruction: Instruction, escape: '\\' | '`'): Problem | null {
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return copyProblem(instruction, escape) ?? wordProblem(instruction, escape);
    case 'HEALTHCHECK':
      return healthcheckProblem(instruction);
    case 'VOLUME': {
      const blank = instruction.words.find(({ text }) => isBlank(text));
      return blank
        ? { message: 'VOLUME specified can not be an empty string', range: blank.range }
        : wordProblem(instruction, escape);
    }
    default:
      return wordProblem(instruction, escape);
  }
}

function unknownProblem(written: string, range: Range): Problem {
  const isUpper = written !== written.toLowerCase() && written === written.toUpperCase();
  const names = isUpper ? NAMES : NAMES.map((name) => name.toLowerCase());
  const guess = didYouMean(isUpper ? written : written.toLowerCase(), names);
  return { message: `unknown instruction: ${written}${guess}`, range };
}

function fromProblem(instruction: FromInstruction): Problem | null {
  const words = instruction.value === '' ? 0 : instruction.value.split(/[\t\v\f\r ]+/).length;
  if (words !== 1 && (words !== 3 || !instruction.as))
    return at(instruction, 'FROM requires either one or three arguments');
  const { name } = instruction;
  if (!name || STAGE_NAME.test(name.text.toLowerCase())) return null;
  const message = `invalid name for build stage: ${JSON.stringify(name.text)}, name can't start with a number or contain symbols`;
  return { message, range: name.range };
}

function triggerProblem(instruction: Instruction): Problem | null {
  const trigger = instruction.keyword === 'ONBUILD' ? instruction.instruction : null;
  if (!trigger) return null;
  if (trigger.keyword === 'ONBUILD')
    return { message: "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", range: trigger.keywordRange };
  if (trigger.keyword === 'FROM' || trigger.keyword === 'MAINTAINER')
    return { message: `${trigger.keyword} isn't allowed as an ONBUILD trigger`, range: trigger.keywordRange };
  return null;
}

function copyProblem(instruction: CopyInstruction, escape: '\\' | '`'): Problem | null {
  const { keyword, destination, flags, sources } = instruction;
  if (destination && heredocOpening(destination.text))
    return { message: `${keyword} cannot accept a heredoc as a destination`, range: destination.range };
  for (const flag of flags) {
    const value = flag.value ?? '';
    if (flag.name === 'from') {
      const expanded = expandWord(value, NOTHING_SET, { escape });
      if (!expanded.ok || expanded.text !== value)
        return { message: NO_VARIABLES_IN_FROM, range: flag.range };
    }
    if (flag.name === 'checksum') {
      const message = checksumProblem(sources);
      if (message !== null) return { message, range: flag.range };
    }
  }
  return null;
}

/** What is fetched by its address can be checked: a web page, or a repository with or without a protocol. */
function checksumProblem(sources: readonly Word[]): string | null {
  const [source] = sources;
  if (!source || sources.length > 1) return "checksum can't be specified for multiple sources";
  const isAddress = /[$:]|^github\.com\//.test(source.text);
  return isAddress ? null : 'checksum requires HTTP(S) or Git sources';
}

function at(instruction: Instruction, message: string): Problem {
  return { message, range: placeOf(instruction) };
}

/** Where to show what is wrong with an instruction as a whole: all of it, or of one with several lines the keyword. */
export function placeOf({ keywordRange, range }: Instruction): Range {
  return range.start.line === range.end.line ? range : keywordRange;
}
