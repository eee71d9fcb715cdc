/** `npm run test:faults [-- WORD…]`: long work in the middle, struck by each fault whose name holds a word; a table, and exit 1 if a cell fails. */
import { faults, impossible } from './faults.js';
import { jobNames } from './jobs.js';
import { strikeOnce, type Column } from './strike.js';

const words = process.argv.slice(2);
const chosen = faults.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const columns = new Map<string, Column>();
for (const [at, fault] of chosen.entries()) {
  const began = Date.now();
  columns.set(fault.name, await strikeOnce(fault, at));
  console.log(`${fault.name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

const head = ['', ...chosen.map(({ name }) => name)];
const rows = jobNames.map((job) => [
  job,
  ...chosen.map(({ name }) => {
    const cell = columns.get(name)?.get(job);
    return cell === undefined ? '–' : cell.problem === null ? cell.ending : 'FAILS';
  }),
]);
const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
console.log('');
for (const row of [head, ...rows])
  console.log(
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
console.log('');
for (const { name } of chosen) if (impossible[name]) console.log(`– under “${name}”: ${impossible[name]}.`);
let failing = 0;
for (const [fault, column] of columns) {
  for (const [job, { problem }] of column) {
    if (problem === null) continue;
    failing += 1;
    console.log(`${job}, ${fault}: ${problem}`);
  }
}
process.exitCode = failing > 0 ? 1 : 0;
