import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree, ROOT, runNode, type TemporaryTree } from './temporary-tree.ts';

interface JestRun {
  report: Record<string, number> | null;
  exitCode: number;
}

/** A run of jest that wrote this with --json, as far as the totals go. */
const ran = (report: Record<string, number>, exitCode = 0): JestRun => ({
  report: {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    ...report,
  },
  exitCode,
});

const FINE = ran({ numPassedTests: 7, numPendingTests: 1 });

/** Stands for jest: writes the report it is told to write for the fast run or the browser run. */
const JEST = `
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
const { fast, browser } = JSON.parse(process.env.FAKE_RUNS);
const { argv } = process;
const ofBrowser = argv[argv.indexOf('--roots') + 1] === 'test/e2e';
if (!ofBrowser && !argv.includes('--testPathIgnorePatterns=/test/e2e/')) throw new Error('runs browser tests twice');
const { report, exitCode } = ofBrowser ? browser : fast;
const output = argv.find((arg) => arg.startsWith('--outputFile=')).slice('--outputFile='.length);
if (report) writeFileSync(output, JSON.stringify(report));
const entries = JSON.parse(process.env.FAKE_ENTRIES);
const kept = join(process.env.KEPT_LEDGER, ofBrowser ? 'browser.jsonl' : 'fast.jsonl');
if (entries.length > 0) writeFileSync(kept, entries.map((entry) => JSON.stringify({ slotId: 's', entry })).join('\\n'));
process.exit(exitCode);
`;

const scripts = [
  'server/scripts/ensure.mjs',
  'test/run.mjs',
  'test/checks/chromium.mjs',
  'test/checks/list.mjs',
  'test/checks/replay.mjs',
  'test/checks/text.mjs',
  'test/checks/totals.mjs',
];
/** Stands for the built formulas: twice the input, and half of it. */
const FORMULAS = `
const FORMULAS = { 'twice@1': (input) => input * 2, 'half@1': (input) => input / 2 };
export const FORMULA_IDS = Object.keys(FORMULAS);
export const calculate = ({ formula, input }) => ({ value: FORMULAS[formula](input) });
`;
const BUILDS_FORMULAS = `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('dist/server/src/features/gradebook', { recursive: true });
writeFileSync('dist/server/src/features/gradebook/formulas.domain.js', ${JSON.stringify(FORMULAS)});
`;
const ENTRIES = [
  { n: 1, formula: 'twice@1', input: 0.1, value: 0.2 },
  { n: 2, formula: 'half@1', input: 0.1, value: 0.05 },
];

/** Stands for a compiler or a check: ends with 1 when told that it fails. */
const tool = (name: string) =>
  `if (process.env.FAILS === '${name}') { console.log('${name} found this'); process.exit(1); }\n`;

let tree: TemporaryTree;

beforeAll(() => {
  const lock = JSON.stringify({ packages: { '': { name: 'x' }, 'node_modules/a': { version: '1.0.0' } } });
  tree = makeTree({
    ...Object.fromEntries(scripts.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])),
    'package.json': JSON.stringify({ type: 'module', engines: { node: '>=20.19' } }),
    'package-lock.json': lock,
    'node_modules/.package-lock.json': lock,
    'dist/.keep': '',
    'test/e2e/launch.test.ts': '',
    'test/e2e/pages/review.test.ts': '',
    'node_modules/jest/bin/jest.js': JEST,
    'node_modules/typescript/bin/tsc': tool('tsc') + BUILDS_FORMULAS,
    'node_modules/vite/bin/vite.js': tool('vite'),
    'node_modules/oxlint/bin/oxlint': tool('oxlint'),
    'node_modules/prettier/bin/prettier.cjs': tool('prettier'),
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs': tool('dependency-cruiser'),
    'node_modules/knip/bin/knip.js': tool('knip'),
    'bin/chromium': '',
    '.gitignore': 'node_modules/\ndist/\n',
  });
  execFileSync('git', ['init', '--quiet'], { cwd: tree.folder });
});

afterAll(() => tree.remove());

interface Options {
  fast?: JestRun;
  browser?: JestRun;
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** What the ledger of the suites' databases holds. */
  entries?: object[];
}

/** Runs the script; with a pattern, unless told otherwise, so that the checks are left out. */
async function runTests(options: Options) {
  const { fast = FINE, browser = FINE, args = ['launch'], env = {}, entries = ENTRIES } = options;
  const outcome = await runNode(tree.folder, ['test/run.mjs', ...args], {
    CI: '',
    CHROMIUM_PATH: join(tree.folder, 'bin/chromium'),
    FAKE_RUNS: JSON.stringify({ fast, browser }),
    FAKE_ENTRIES: JSON.stringify(entries),
    ...env,
  });
  return { ...outcome, total: `${outcome.stdout.trimEnd().split('\n').at(-1)}; exit code ${outcome.code}` };
}

describe('the total of a run', () => {
  test.each<[string, Options, string]>([
    ['adds the build, the fast and the browser suites', {}, '15 passed, 0 failed, 2 skipped; exit code 0'],
    [
      'counts a failed test',
      { fast: ran({ numPassedTests: 3, numFailedTests: 2 }, 1) },
      '11 passed, 2 failed, 1 skipped; exit code 1',
    ],
    [
      'counts a suite that cannot run as a failed test',
      { browser: ran({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }, 1) },
      '11 passed, 1 failed, 1 skipped; exit code 1',
    ],
    [
      'counts a bad end without a failed test as one',
      { fast: ran({ numPassedTests: 3 }, 1) },
      '11 passed, 1 failed, 1 skipped; exit code 1',
    ],
    [
      'counts a run without a report as failed',
      { fast: { report: null, exitCode: 0 } },
      '8 passed, 1 failed, 1 skipped; exit code 1',
    ],
    [
      'counts a test still to be written as skipped',
      { fast: ran({ numPassedTests: 3, numTodoTests: 2 }) },
      '11 passed, 0 failed, 3 skipped; exit code 0',
    ],
    [
      'counts browser suites without a browser as skipped',
      { env: { CHROMIUM_PATH: '/absent' } },
      '8 passed, 0 failed, 3 skipped; exit code 0',
    ],
    [
      'counts browser suites without a browser as failed in CI',
      { env: { CHROMIUM_PATH: '/absent', CI: 'true' } },
      '8 passed, 2 failed, 1 skipped; exit code 1',
    ],
    ['counts each check', { args: ['--checks'] }, '7 passed, 0 failed, 0 skipped; exit code 0'],
    [
      'counts a failed check',
      { args: ['--checks'], env: { FAILS: 'knip' } },
      '6 passed, 1 failed, 0 skipped; exit code 1',
    ],
    [
      'adds the checks and the replay of the ledger to the suites',
      { args: [] },
      '23 passed, 0 failed, 2 skipped; exit code 0',
    ],
  ])('%s', async (_rule, options, total) => {
    expect((await runTests(options)).total).toBe(total);
  });
});

describe('the replay of the ledger', () => {
  test.each<[string, object[], string]>([
    ['says how much it has replayed', ENTRIES, '4 entries, twice@1: 2, half@1: 2'],
    [
      'fails on a difference in the last digit',
      [...ENTRIES, { n: 3, formula: 'twice@1', input: 0.15, value: 0.30000000000000004 }],
      'entry 3 of s: twice@1 gives 0.3, the entry says 0.30000000000000004',
    ],
    [
      'fails on a formula that is gone',
      [{ n: 1, formula: 'mean@1', value: 1 }],
      'its formula mean@1 is unknown',
    ],
    ['fails when a formula was never used', ENTRIES.slice(0, 1), 'no entry was made by half@1'],
    ['fails when there is nothing to replay', [], 'the suites made no entry'],
  ])('%s', async (_rule, entries, said) => {
    const { stdout, code } = await runTests({ args: [], entries });
    expect(stdout).toContain(said);
    expect(code).toBe(entries === ENTRIES ? 0 : 1);
  });

  test('is left out when only some suites run', async () => {
    expect((await runTests({ entries: [] })).code).toBe(0);
  });
});

describe('what a run prints', () => {
  test('a failed check shows what it said, the others only their names', async () => {
    const { stdout } = await runTests({ args: ['--checks'], env: { FAILS: 'oxlint' } });
    expect(stdout).toContain('✗ lint\n\noxlint found this');
    expect(stdout).toContain('✓ format');
  });

  test('a run without a browser says how to get one', async () => {
    const { stdout } = await runTests({ env: { CHROMIUM_PATH: '/absent' } });
    expect(stdout).toMatch(/2 browser suites skipped: .*apt-get install chromium/);
  });
});

describe('the build', () => {
  test('is skipped when no source has changed since the last one', async () => {
    await runTests({});
    expect((await runTests({})).stdout).not.toContain('Building');
  });

  test('is made again when a source has changed', async () => {
    tree.write({ 'client/src/new.ts': 'export {};\n' });
    const { stdout } = await runTests({});
    expect(stdout).toContain('Building the client');
    expect(stdout).not.toContain('Building the server');
  });

  test('counts as a failed test when it fails, and is tried again the next time', async () => {
    tree.write({ 'server/src/new.ts': 'export {};\n' });
    const failed = await runTests({ env: { FAILS: 'tsc' } });
    expect(failed.total).toBe('14 passed, 1 failed, 2 skipped; exit code 1');
    const again = await runTests({});
    expect(again.stdout).toContain('Building the server');
    expect(again.total).toBe('15 passed, 0 failed, 2 skipped; exit code 0');
  });
});
