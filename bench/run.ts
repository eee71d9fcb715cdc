/** Measures the figures that are named, or all: a table on screen, and bench/results.json. Exit 1 when one is over its limit. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isWithin, type Figure, type Result } from './figure.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const file = join(here, 'results.json');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));

const figures = readdirSync(join(here, 'figures'))
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();
if (figures.length === 0) {
  console.error(`No figure is named ${wanted.join(', ')}.`);
  process.exit(1);
}

const results: Result[] = [];
for (const name of figures) {
  const { figure } = (await import(pathToFileURL(join(here, 'figures', name)).href)) as { figure: Figure };
  console.error(`${figure.name}…`);
  results.push(...(await figure.measure()));
}
keep(results);
print(results);
process.exitCode = results.every(isWithin) ? 0 : 1;

function print(all: readonly Result[]): void {
  const rows = all.map((result) => [
    result.name,
    number(result.ours, result.unit),
    result.peer === null ? '' : number(result.peer, result.unit),
    result.ratio === null ? '' : result.ratio.toFixed(2),
    result.ratio === null ? number(result.limit, result.unit) : result.limit.toFixed(2),
    isWithin(result) ? 'within' : 'OVER',
    result.note ?? '',
  ]);
  const head = ['figure', 'ours', 'peer', 'ratio', 'limit', '', ''];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function number(value: number, unit: string): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}

/** Figures that weren't measured this time keep what they had. */
function keep(all: readonly Result[]): void {
  const measured = new Set(all.map(({ name }) => name));
  const kept = earlier().filter(({ name }) => !measured.has(name));
  const list = [...kept, ...all].sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
}

function earlier(): readonly Result[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Result[];
  } catch {
    return [];
  }
}
