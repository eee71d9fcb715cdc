import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse.js';
import { planBuild, type PlanOptions } from './plan.js';

const plan = (text: string, options: Partial<PlanOptions> = {}) =>
  planBuild(parseDockerfile(text), { arguments: [], ...options });
const lines = (text: string, options: Partial<PlanOptions> = {}) =>
  plan(text, options).map(({ line }) => line);
const recipeAt = (text: string, line: number, options: Partial<PlanOptions> = {}) =>
  plan(text, options).find((step) => step.line === line)?.recipe;

describe('the steps of a build', () => {
  it('are those that make something, not settings', () => {
    expect(lines('FROM a\nENV X=1\nRUN x\nUSER y\nWORKDIR /w\nCMD z\nCOPY . .\n')).toEqual([1, 3, 5, 7]);
  });

  it('are only those of the stages that the target needs', () => {
    const text =
      'FROM a AS one\nRUN 1\nFROM b AS two\nRUN 2\nFROM one\nRUN 3\nFROM c AS last\nCOPY --from=0 /x /\n';
    expect(lines(text)).toEqual([1, 2, 7, 8]);
    expect(lines(text, { target: 'TWO' })).toEqual([3, 4]);
    expect(lines(text, { target: '2' })).toEqual([1, 2, 6]);
    expect(lines(text, { target: 'none' })).toEqual([]);
  });

  it('say what they start from, and where they take files from', () => {
    const [, run, , copy] = plan(
      'FROM a AS one\nRUN 1\nFROM b\nCOPY --from=one /x /y\nCOPY --from=busybox /z /\n',
    );
    expect(run).toMatchObject({ parent: 0, from: [] });
    expect(copy).toMatchObject({ parent: 2, from: [1], images: [], context: [] });
    expect(plan('FROM b\nCOPY --from=busybox /z /\n')[1]).toMatchObject({ images: ['busybox'] });
    expect(plan('FROM scratch\nCOPY a b* /c/\n')).toMatchObject([{ parent: null, context: ['a', 'b*'] }]);
    expect(plan('FROM a\nRUN --mount=type=bind,source=src,target=/s make\n')[1]).toMatchObject({
      context: ['src'],
    });
  });

  it('know images by what their arguments make of them', () => {
    const text = 'ARG TAG=1\nFROM img:${TAG}\n';
    expect(plan(text)[0]?.images).toEqual(['img:1']);
    expect(plan(text, { arguments: [{ name: 'TAG', value: '2' }] })[0]?.images).toEqual(['img:2']);
  });
});

describe('what a RUN is remembered by', () => {
  const text = 'FROM a\nARG V=1\nRUN one\nENV E=2\nRUN two\n';

  it('has the arguments that were declared above it, whether it uses them or not', () => {
    const other = { arguments: [{ name: 'V', value: '9' }] };
    expect(recipeAt(text, 3, other)).not.toBe(recipeAt(text, 3));
    expect(recipeAt(text.replace('ARG V=1\nRUN one', 'RUN one\nARG V=1'), 2, other)).toBe(
      recipeAt(text.replace('ARG V=1\nRUN one', 'RUN one\nARG V=1'), 2),
    );
  });

  it('has variables, folder, user and shell, each only from where it is set', () => {
    for (const line of ['ENV X=y', 'WORKDIR /w', 'USER u', 'SHELL ["/bin/ash", "-c"]']) {
      expect(recipeAt(`FROM a\n${line}\nRUN x\n`, 3), line).not.toBe(recipeAt('FROM a\n#\nRUN x\n', 3));
      expect(recipeAt(`FROM a\nRUN x\n${line}\n`, 2), line).toBe(recipeAt('FROM a\nRUN x\n', 2));
    }
  });

  it('has no proxies', () => {
    const proxied = { arguments: [{ name: 'HTTP_PROXY', value: 'http://proxy' }] };
    expect(recipeAt('FROM a\nARG HTTP_PROXY\nRUN x\n', 3, proxied)).toBe(
      recipeAt('FROM a\nARG HTTP_PROXY\nRUN x\n', 3),
    );
  });
});

it('a copy is not remembered by variables that it doesn’t use, nor by where the folder was when its target is whole', () => {
  const copy = recipeAt('FROM a\n#\nCOPY f /to\n', 3);
  expect(recipeAt('FROM a\nENV X=1\nCOPY f /to\n', 3)).toBe(copy);
  expect(recipeAt('FROM a\nWORKDIR /w\nCOPY f /to\n', 3)).toBe(copy);
  expect(recipeAt('FROM a\nWORKDIR /w\nCOPY f to\n', 3)).not.toBe(recipeAt('FROM a\n#\nCOPY f to\n', 3));
});
