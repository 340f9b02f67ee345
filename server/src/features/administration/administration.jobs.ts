import type { Clock } from '../../core/clock.ts';
import type { Jobs } from '../../platform/jobs/ports.ts';
import type { ConsolePlatformsService } from './platforms.service.ts';

const TYPE = 'administration.keys';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Looks once a day whether a platform's key has served its time. @returns what begins it, at start. */
export function defineKeyRotationJob(
  jobs: Jobs,
  platforms: Pick<ConsolePlatformsService, 'rotateDueKeys'>,
  clock: Clock,
): () => Promise<void> {
  jobs.define(TYPE, async () => {
    await platforms.rotateDueKeys();
    return { type: 'again', at: new Date(clock.now().getTime() + DAY_MS) };
  });
  return async () => await jobs.enqueue({ type: TYPE, key: 'all', payload: {} });
}
