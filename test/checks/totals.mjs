/** Counting tests over several runs. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/**
 * What one jest run comes to. A suite that could not run counts as one failed test, and so does a run that
 * ended badly without saying which test failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number } | null} results jest’s JSON output; null when it wrote none
 * @param {number} exitCode jest’s exit code
 * @returns {Totals}
 */
export function totalsOfJest(results, exitCode) {
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** @param {Totals[]} parts @returns {Totals} */
export function sum(parts) {
  return parts.reduce(
    (total, part) => ({
      passed: total.passed + part.passed,
      failed: total.failed + part.failed,
      skipped: total.skipped + part.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a run. @param {Totals} totals */
export const totalsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** 0 only when something passed and nothing failed: a run of nothing proves nothing. @param {Totals} totals */
export const exitCodeOf = ({ passed, failed }) => (failed === 0 && passed > 0 ? 0 : 1);
