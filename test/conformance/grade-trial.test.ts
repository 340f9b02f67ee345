import { expect, test } from '@jest/globals';
import { runGradeTrial } from '../trial/grade-trial.ts';

const MINUTE_MS = 60_000;

/** The built tool as a process that is killed; `npm run trial:grades` does the same with ten times as many. */
test(
  'grades of a thousand members, an LMS that fails and drops, the tool killed twenty times: none is missing, none counts twice',
  async () => {
    const lines: string[] = [];
    const report = await runGradeTrial({
      members: 1_000,
      kills: 20,
      profile: 'canvas',
      seed: 'a thousand',
      say: (line) => void lines.push(line),
    });
    expect(report).toMatchObject({
      members: 1_000,
      kills: 20,
      missing: 0,
      handInsMissing: 0,
      duplicates: 0,
      problems: {},
    });
    // It was a trial: grades changed on the way, and scores had to be sent again.
    expect(report.entries).toBeGreaterThan(1_000);
    expect(report.retries).toBeGreaterThan(100);
  },
  20 * MINUTE_MS,
);
