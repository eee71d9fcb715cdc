/** InvalidDefinitionDescription (moby/buildkit instructions/parse.go validateDefinitionDescription). */
import type { Instruction } from '../../syntax.js';
import { buildkitRule } from './buildkit-rule.js';

export const invalidDefinitionDescription = buildkitRule('InvalidDefinitionDescription', {
  severity: 'info',
  isExperimental: true,
  reason: 'why.InvalidDefinitionDescription',
  *check({ file }) {
    for (const instruction of file.instructions) {
      const names = definedNames(instruction);
      const comment = instruction.comments.at(-1);
      const [example] = names;
      if (example === undefined || !comment || comment.text === '') continue;
      if (names.includes(comment.text.split(' ')[0] ?? '')) continue;
      const name = names.length > 1 ? '<arg_key>' : example;
      yield {
        message: `Comment for ${instruction.keyword} should follow the format: \`# ${name} <description>\``,
        range: instruction.range,
      };
    }
  },
});

function definedNames(instruction: Instruction): readonly string[] {
  switch (instruction.keyword) {
    case 'FROM':
      return instruction.name ? [instruction.name.text.toLowerCase()] : [];
    case 'ARG':
      return instruction.pairs.map(({ key }) => key.text);
    default:
      return [];
  }
}
