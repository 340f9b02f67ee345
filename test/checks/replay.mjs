/**
 * The check “replay”: computes every entry of the ledger that the suites made anew, from what it keeps, and compares
 * to the last digit (the test factories write the entries, `test/factories/kept-ledger.ts`).
 *
 * `node test/checks/replay.mjs <folder> <module of the formulas>` ends with 0 only when there are entries, all come out
 * the same, and every formula of the registry is among them.
 */
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const SHOWN = 20;

const [folder, formulas] = process.argv.slice(2);
/** @type {{ calculate(entry: object): { value: number | null }, FORMULA_IDS: readonly string[] }} */
const { calculate, FORMULA_IDS } = await import(pathToFileURL(resolve(formulas)).href);

const problems = [];
const seen = new Map(FORMULA_IDS.map((id) => [id, 0]));
let count = 0;
for (const file of existsSync(folder) ? readdirSync(folder) : []) {
  for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
    const { slotId, entry } = JSON.parse(line);
    count += 1;
    const problem = problemOf(entry);
    if (problem) problems.push(`entry ${entry.n} of ${slotId}: ${problem}`);
  }
}
if (count === 0) problems.push('the suites made no entry');
for (const [id, entries] of seen) if (entries === 0) problems.push(`no entry was made by ${id}`);
for (const problem of problems.slice(0, SHOWN)) console.log(problem);
if (problems.length > SHOWN) console.log(`and ${problems.length - SHOWN} more`);
console.log(`${count} entries, ${[...seen].map(([id, entries]) => `${id}: ${entries}`).join(', ')}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What is wrong with an entry, or null. */
function problemOf(entry) {
  if (!seen.has(entry.formula)) return `its formula ${entry.formula} is unknown`;
  seen.set(entry.formula, seen.get(entry.formula) + 1);
  try {
    const { value } = calculate(entry);
    return value === entry.value ? null : `${entry.formula} gives ${value}, the entry says ${entry.value}`;
  } catch (error) {
    return `${entry.formula} fails: ${error.message}`;
  }
}
