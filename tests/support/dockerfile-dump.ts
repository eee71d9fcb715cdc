/** Our tree of a Dockerfile written as BuildKit's parser writes its own, for comparison. */
import type { Command, Instruction } from '../../src/shared/dockerfile/syntax.js';

/** As BuildKit's Node.Dump writes a line: `(run ["--mount=x"] "a b")`. */
export function dumpInstruction(instruction: Instruction): string {
  const flags = instruction.flags.map(({ name, value }) =>
    goQuote(`--${name}${value === null ? '' : `=${value}`}`),
  );
  const head = instruction.keywordText.toLowerCase() + (flags.length > 0 ? ` [${flags.join(' ')}]` : '');
  return `(${[head, ...dumpArguments(instruction)].join(' ')})`;
}

function dumpArguments(instruction: Instruction): readonly string[] {
  switch (instruction.keyword) {
    case 'ENV':
    case 'LABEL':
      return instruction.pairs.flatMap(({ key, value }) =>
        [key.text, value?.text ?? '', instruction.isOldForm ? '' : '='].map(goQuote),
      );
    case 'ARG':
      return instruction.pairs.map(({ key, value }) =>
        goQuote(value ? `${key.text}=${value.text}` : key.text),
      );
    case 'COPY':
    case 'ADD':
      return [...instruction.sources, ...(instruction.destination ? [instruction.destination] : [])].map(
        ({ text }) => goQuote(text),
      );
    case 'FROM':
      return instruction.value === '' ? [] : instruction.value.split(/[\t\v\f\r ]+/).map(goQuote);
    case 'ONBUILD':
      return instruction.instruction ? [dumpInstruction(instruction.instruction)] : [];
    case 'HEALTHCHECK': {
      const kind = instruction.value.split(/\s/, 1).filter((word) => word !== '');
      return [...kind.map(goQuote), ...(instruction.command ? dumpCommand(instruction.command) : [])];
    }
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return dumpCommand(instruction.command);
    case 'UNKNOWN':
      return ['""'];
    default:
      return instruction.words.map(({ text }) => goQuote(text));
  }
}

function dumpCommand(command: Command): readonly string[] {
  if (command.form === 'exec') return command.items.map(goQuote);
  return command.text === '' ? [] : [goQuote(command.text)];
}

const GO_ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** As strconv.Quote writes it. */
function goQuote(text: string): string {
  const quoted = Array.from(text, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`;
    const known = GO_ESCAPES[char];
    if (known !== undefined) return known;
    return char < ' ' || char === '\x7F' ? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}` : char;
  });
  return `"${quoted.join('')}"`;
}
