/**
 * `npm test`: installs and builds what is missing, then every check, the fast suites, the browser suites, and at last a
 * replay of every grade that they have made.
 * `npm run check` (--checks): the checks alone. `node test/run.mjs <pattern>`: the suites whose path matches.
 * The last line is the total over everything; the exit code is 0 only when nothing failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, ensureInstalled, ROOT, run } from '../server/scripts/ensure.mjs';
import { findChromium, HOW_TO_GET_CHROMIUM } from './checks/chromium.mjs';
import { CHECKS } from './checks/list.mjs';
import { exitCodeOf, sum, totalsLine, totalsOfJest } from './checks/totals.mjs';

const CHECKS_AT_ONCE = 2;
/** One more than two processors need: the trial of grades takes minutes, and mostly waits for what is tried again later. */
const FAST_SUITES_AT_ONCE = 3;
const BROWSER_TESTS = 'test/e2e';
/** When more suites fail than these, it is not the machine. */
const SECOND_TRIES_MAX = 4;
const FORMULAS = 'dist/server/src/features/gradebook/formulas.domain.js';
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

const args = process.argv.slice(2);
const checksOnly = args.includes('--checks');
const patterns = args.filter((arg) => !arg.startsWith('--'));

ensureInstalled();
const parts = [];
if (!checksOnly) parts.push((await build()).length === 0 ? PASSED : FAILED);
if (patterns.length === 0) parts.push(await runChecks());
const ledger = mkdtempSync(join(tmpdir(), 'roundtable-ledger-'));
if (!checksOnly) {
  parts.push(
    await runJest([`--maxWorkers=${FAST_SUITES_AT_ONCE}`, `--testPathIgnorePatterns=/${BROWSER_TESTS}/`]),
  );
  parts.push(await runBrowserTests());
  // A part of the suites cannot have used every formula.
  if (patterns.length === 0) parts.push(await replayLedger());
}
rmSync(ledger, { recursive: true });
const totals = sum(parts);
console.log(`\n${totalsLine(totals)}`);
process.exitCode = exitCodeOf(totals);

/** Runs every check, two at a time; prints what a check said only when it failed. */
async function runChecks() {
  const waiting = [...CHECKS];
  const results = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, text } = await run(check.command);
      console.log(code === 0 ? `✓ ${check.name}` : `✗ ${check.name}\n\n${text.trimEnd()}\n`);
      results.push(code === 0 ? PASSED : FAILED);
    }
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, worker));
  return sum(results);
}

/** Runs the browser suites, two at a time; without a browser they count as skipped, in CI as failed. */
async function runBrowserTests() {
  const folder = join(ROOT, BROWSER_TESTS);
  const suites = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((file) => /\.test\.tsx?$/.test(file)).length
    : 0;
  if (suites === 0) return sum([]);
  const chromium = findChromium();
  if (chromium) return runWithSecondTry({ CHROMIUM_PATH: chromium });
  const inCi = process.env.CI === 'true';
  console.log(
    `\n${suites} browser suites ${inCi ? 'failed' : 'skipped'}: no Chromium; ${HOW_TO_GET_CHROMIUM}.`,
  );
  return inCi ? { passed: 0, failed: suites, skipped: 0 } : { passed: 0, failed: 0, skipped: suites };
}

/**
 * A browser on a busy machine misses a frame now and then, and a suite of a hundred steps fails at it. Suites that failed
 * run once more, alone; what fails twice is failed, and what passed at the second try is named at the end.
 */
async function runWithSecondTry(env) {
  const first = await runJest(['--maxWorkers=2', '--roots', BROWSER_TESTS], env);
  if (first.failedSuites.length === 0 || first.failedSuites.length > SECOND_TRIES_MAX) return first;
  console.log(`\nOnce more: ${first.failedSuites.join(', ')}`);
  const second = await runJest(['--runInBand', '--runTestsByPath', ...first.failedSuites], env);
  if (second.failed > 0) return first;
  console.log(`\nPassed only at the second try: ${first.failedSuites.join(', ')}`);
  return { passed: first.passed + first.failed, failed: 0, skipped: first.skipped };
}

/** Computes every entry of the ledger that the suites made once more: all must come out the same. */
async function replayLedger() {
  const { code, text } = await run(['test/checks/replay.mjs', ledger, FORMULAS]);
  console.log(`\n${code === 0 ? '✓' : '✗'} replay of the ledger: ${text.trim()}`);
  return code === 0 ? PASSED : FAILED;
}

/** Runs jest with its output shown as it comes, and counts from its JSON report. */
async function runJest(jestArgs, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-jest-'));
  const report = join(folder, 'report.json');
  const command = ['node_modules/jest/bin/jest.js', '--passWithNoTests', '--json', `--outputFile=${report}`];
  const exitCode = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...command,
        ...jestArgs,
        ...(jestArgs.includes('--runTestsByPath') ? [] : patterns.map((p) => `--testPathPatterns=${p}`)),
      ],
      {
        cwd: ROOT,
        // jest itself speaks on stderr; with --json its stdout has nothing for people.
        stdio: ['inherit', 'ignore', 'inherit'],
        env: {
          ...process.env,
          ...env,
          KEPT_LEDGER: ledger,
          NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
        },
      },
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  const failedSuites = (results?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(ROOT, name));
  return { ...totalsOfJest(results, exitCode), failedSuites };
}
