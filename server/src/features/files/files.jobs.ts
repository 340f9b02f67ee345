import type { Clock } from '../../core/clock.ts';
import type { Jobs } from '../../platform/jobs/ports.ts';
import type { FileService } from './files.service.ts';

const SWEEP = { type: 'files.sweep', key: 'all', payload: {} };
const EVERY_MS = 60 * 60_000;

/** Registers the clean-up; it looks every hour. */
export function defineSweep(jobs: Jobs, files: FileService, clock: Clock): void {
  jobs.define(SWEEP.type, async () => {
    await files.sweep();
    return { type: 'again', at: new Date(clock.now().getTime() + EVERY_MS) };
  });
}

/** Cleans up soon; one job for all instances. */
export const sweepSoon = (jobs: Jobs): Promise<void> => jobs.enqueue(SWEEP);
