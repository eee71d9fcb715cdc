/** NoEmptyContinuation (moby/buildkit parser/parser.go). */
import { say } from '../../../words/index.js';
import { isBlank } from '../../space.js';
import type { Instruction, Range } from '../../syntax.js';
import type { Model } from '../model.js';
import { buildkitRule } from './buildkit-rule.js';

type Line = Model['source']['lines'][number];

export const noEmptyContinuation = buildkitRule('NoEmptyContinuation', {
  reason: 'why.NoEmptyContinuation',
  *check({ file, source }) {
    for (const instruction of file.instructions) {
      const last = lastLine(instruction);
      if (last - instruction.range.start.line < 2) continue;
      // A comment or a heredoc's line is no blank one; only what lies between the first and the last line counts.
      const blanks = source.lines
        .slice(instruction.range.start.line, last - 1)
        .filter((line) => isBlank(source.lineText(line)));
      const end = source.lines[last - 1];
      if (blanks.length === 0 || !end) continue;
      yield {
        message: 'Empty continuation line',
        range: visible(source, end),
        fix: {
          title: say('fix.blankLines'),
          edits: blanks.map((line) => ({ range: source.range(line.start, source.after(line)), text: '' })),
        },
      };
    }
  },
});

/** Where BuildKit reports it: the last line before any heredoc's body. */
function lastLine({ range, heredocs }: Instruction): number {
  const [first] = heredocs;
  return first ? first.range.start.line - 1 : range.end.line;
}

/** Of a line, without the space before what it says. */
function visible(source: Model['source'], line: Line): Range {
  const text = source.lineText(line);
  return source.range(line.start + (text.length - text.trimStart().length), line.end);
}
