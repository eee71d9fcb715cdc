/** 100,000 mutations of real Dockerfiles: none throws, none takes a second, and each line of each belongs to one thing. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { explainFile } from '../../src/shared/dockerfile/explain/index.js';
import { parseDockerfile } from '../../src/shared/dockerfile/parse.js';
import { createRandom, mutate, treeProblem } from '../support/dockerfile-fuzz.js';
import { count, type ConformanceRun } from './case.js';

const MUTATIONS = 100_000;
const SEED = 20_261_123;
const LONGEST = 1_000;
/** One of so many is explained too. */
const EXPLAINED = 10;

export const run: ConformanceRun = async (vectors) => {
  const folder = join(vectors, 'real-dockerfiles');
  const names = (await readdir(folder)).filter((name) => name !== 'manifest.json').sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const random = createRandom(SEED);
  const rounds = Array.from({ length: MUTATIONS }, (_, index) => index);
  return count('dockerfile-fuzz', rounds, (round) => {
    const mutated = mutate(texts[round % texts.length] ?? '', texts, random);
    const start = performance.now();
    const dockerfile = parseDockerfile(mutated);
    // Explaining reads the tree alone: some of them are enough to see that it takes any.
    if (round % EXPLAINED === 0) explainFile(dockerfile);
    const took = performance.now() - start;
    if (took > LONGEST) return `round ${String(round)} took ${took.toFixed(0)} ms`;
    const problem = treeProblem(mutated, dockerfile);
    return problem === null ? null : `round ${String(round)}: ${problem}`;
  });
};
