/** `npm run bench`: every figure with its budget; ends with 1 when one is over. Run it on a machine that does nothing else. */
import { measureEmbeddedMongodb } from '../../server/embedded-mongodb/bench.ts';
import { benchAllocation } from './allocation.ts';
import { benchCoWriting } from './co-writing.ts';
import { benchComparisons } from './comparisons.ts';
import { benchDiscussion } from './discussion.ts';
import { type Figure, holds, lineOf } from './figure.ts';
import { benchGrading } from './grading.ts';
import { benchGroupFormation } from './group-formation.ts';
import { benchGroupStandings } from './group-standings.ts';
import { benchLaunches } from './launches.ts';
import { benchNotices } from './notices.ts';
import { benchPull } from './pull.ts';
import { benchRoster } from './roster.ts';
import { benchScores } from './scores.ts';
import { benchStaffTable } from './staff-table.ts';
import { benchWaiting } from './waiting.ts';

const DOCUMENTS = 100_000;
const CLIENTS = 8;
/** spec/quality.md: any read of the API; the store's part of it cannot be more. */
const PAGE_P99_BUDGET_MS = 25;

async function benchStore(): Promise<Figure[]> {
  const measured = await measureEmbeddedMongodb({ documents: DOCUMENTS, clients: CLIENTS });
  return measured.map(({ name, value, unit }) => ({
    name: `store: ${name}`,
    value,
    unit,
    ...(/page.*p99/.test(name) && { budget: PAGE_P99_BUDGET_MS }),
  }));
}

const SECTIONS = [
  benchAllocation,
  benchPull,
  benchGrading,
  benchComparisons,
  benchGroupFormation,
  benchGroupStandings,
  benchLaunches,
  benchRoster,
  benchScores,
  benchNotices,
  benchWaiting,
  benchStaffTable,
  benchDiscussion,
  benchCoWriting,
  benchStore,
];

/** `benchStaffTable` is asked for by `staffTable`. */
const nameOf = (name: string): string => name.replace(/^bench./, (letters) => letters.slice(5).toLowerCase());

const figures: Figure[] = [];
const wanted = process.argv.slice(2);
for (const measure of SECTIONS.filter(({ name }) => wanted.length === 0 || wanted.includes(nameOf(name)))) {
  for (const figure of await measure()) {
    figures.push(figure);
    process.stdout.write(`${lineOf(figure)}\n`);
  }
}
process.exitCode = figures.every(holds) ? 0 : 1;
