/** `npm run conformance [-- NAME…]`: others' test vectors, a line per file; exit 1 if a case fails. `-v` names the cases. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Conformance, ConformanceRun } from './case.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const vectors = resolve(process.env.STRATA_VECTORS ?? join(here, '..', '..', '..', 'shared', 'vectors'));
const words = process.argv.slice(2);
const verbose = words.includes('-v');
const wanted = words.filter((word) => !word.startsWith('-'));

if (!existsSync(vectors)) {
  console.error(`There are no vectors at ${vectors}. Name their folder in STRATA_VECTORS.`);
  process.exit(1);
}

let failed = 0;
let ran = 0;
for (const file of readdirSync(here).sort()) {
  const name = file.replace(/\.ts$/, '');
  if (!file.endsWith('.ts') || ['run.ts', 'case.ts'].includes(file)) continue;
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const { run } = (await import(pathToFileURL(join(here, file)).href)) as { run: ConformanceRun };
  for (const result of toList(await run(vectors))) {
    ran++;
    console.log(`${result.name} ${result.passed}/${result.total}`);
    if (verbose) for (const failure of result.failures) console.log(`    ${failure}`);
    failed += result.failures.length;
  }
}
if (ran === 0) {
  console.error(`Nothing here is named ${wanted.join(', ')}.`);
  process.exit(1);
}
process.exitCode = failed > 0 ? 1 : 0;

/** A runner of a folder of vectors answers with one result a file. */
function toList(result: Conformance | readonly Conformance[]): readonly Conformance[] {
  return Array.isArray(result) ? (result as readonly Conformance[]) : [result as Conformance];
}
