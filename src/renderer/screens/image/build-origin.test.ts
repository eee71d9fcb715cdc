import { describe, expect, it } from 'vitest';
import { sampleStep } from '../../../../tests/support/sample-images.js';
import { linesOf } from './build-origin.js';

const steps = (...instructions: readonly string[]) =>
  instructions.map((instruction, at) => sampleStep(at, instruction, 1));

describe('the Dockerfile’s line of each step', () => {
  const source = 'FROM alpine AS base\nENV A=1\nRUN a \\\n  && b\n\nFROM base\n# why\nCOPY . .\nCMD ["sh"]\n';

  it('is found from the top down, through the stages that it stands on, as far as the base image', () => {
    const history = steps('ADD rootfs /', 'CMD ["sh"]', 'ENV A=1', 'RUN a   && b', 'COPY . .', 'CMD ["sh"]');
    expect([...linesOf(history, source, null)]).toEqual([
      [5, 9],
      [4, 8],
      [3, 3],
      [2, 2],
    ]);
    expect([...linesOf(history.slice(0, 4), source, 'BASE').values()]).toEqual([3, 2]);
  });

  it('is not made up where history and Dockerfile part', () => {
    expect([...linesOf(steps('ADD x /', 'USER ada', 'CMD ["sh"]'), source, null).values()]).toEqual([9]);
    expect(linesOf(steps('ADD x /'), '', null).size).toBe(0);
  });

  it('passes over labels that came with the build', () => {
    expect([...linesOf(steps('CMD ["sh"]', 'LABEL a=b'), 'FROM x\nCMD sh\n', null)]).toEqual([[0, 2]]);
  });
});
