/** `npm run trial:grades -- --members 10000`: no grade is lost, counted twice or wrong; ends with 1 when one is. */
import { parseArgs } from 'node:util';
import { isFlawless, linesOf } from './grade-report.ts';
import { runGradeTrial } from './grade-trial.ts';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '20' },
    profile: { type: 'string', default: 'moodle' },
    seed: { type: 'string', default: 'grades' },
  },
});
const { profile } = values;
if (profile !== 'moodle' && profile !== 'canvas' && profile !== 'strict') {
  throw new Error('--profile is moodle, canvas or strict');
}
const report = await runGradeTrial({
  members: Number(values.members),
  kills: Number(values.kills),
  profile,
  seed: values.seed,
  say: (line) => console.log(`  ${line}`),
});
for (const line of linesOf(report)) console.log(line);
process.exitCode = isFlawless(report) ? 0 : 1;
