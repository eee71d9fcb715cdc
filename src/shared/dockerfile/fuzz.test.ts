import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom, mutate, treeProblem } from '../../../tests/support/dockerfile-fuzz.js';
import { parseDockerfile } from './parse.js';

const PROJECTS = new URL('../../../tests/fixtures/projects/', import.meta.url);
const OWN = [
  '# syntax=docker/dockerfile:1\n# escape=`\nFROM a `\n  AS b\nRUN dir C:\\\nSHELL ["cmd", "/S"]\n',
  'ARG V=1\nFROM a:${V:-2} AS b\nRUN --mount=type=cache,target=/x <<-EOF\n\tmake\n\tEOF\nCOPY --from=b ["a b", "/c"]\n',
  'FROM a\r\nENV A=1 B=\'two words\' C="${A%%.*}"\r\nRUN one \\\r\n\r\n# inside\r\n && two\r\nHEALTHCHECK CMD x\r\n',
  'FROM a\nONBUILD COPY <<A <<B /x/\none\nA\ntwo\nB\nVOLUME ["/a"]\nEXPOSE 80 443\nLABEL a b c\n',
];
const MUTATIONS = 4_000;

describe('a mutated Dockerfile', () => {
  const own = readdirSync(PROJECTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('Dockerfile'))
    .sort()
    .map((name) => readFileSync(new URL(name, PROJECTS), 'utf8'));
  const texts = [...own, ...OWN];

  it('never throws, and each of its lines belongs to one thing', () => {
    const random = createRandom(20_261_123);
    for (let round = 0; round < MUTATIONS; round++) {
      const mutated = mutate(texts[round % texts.length] ?? '', texts, random);
      const problem = treeProblem(mutated, parseDockerfile(mutated));
      expect(problem && { round, problem, mutated }).toBeNull();
    }
  });
});
