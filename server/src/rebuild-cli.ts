/**
 * `npm run rebuild:waiting`: has what waits for learners and staff built anew in every course, from what it is derived
 * from. The tool does it in the background while it runs, or once it is started.
 */
import { print, runCommand } from './command-line.ts';
import { REBUILD_JOB } from './features/insights/index.ts';

await runCommand(async ({ jobs }) => {
  await jobs.enqueue(REBUILD_JOB);
  print('Homes and queues are built anew, course by course, while the tool runs.');
});
