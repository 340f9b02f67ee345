import type * as Y from 'yjs';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { PageVersions } from './ports.ts';

interface Ports {
  readonly versions: Pick<PageVersions, 'keep'>;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}

const LOOK_MS = 60_000;
/** Nobody has written for so long: what stands there was meant to. */
const QUIET_MS = 5 * 60_000;
/** Whoever writes without a pause is not without a version for longer. */
const LONGEST_MS = 30 * 60_000;

/**
 * Keeps versions of an open page by itself: when it has been quiet, and when the last has left it.
 *
 * @returns what ends it, and resolves once the last version is kept if one is to be
 */
export function keepVersions(
  { versions, clock, log }: Ports,
  scope: CourseScope,
  pageId: string,
  document: Y.Doc,
) {
  /** Of what is not kept yet. */
  let change: { readonly first: number; last: number } | null = null;
  document.on('update', () => {
    const now = clock.now().getTime();
    change ??= { first: now, last: now };
    change.last = now;
  });

  async function keep(): Promise<void> {
    change = null;
    try {
      await versions.keep(scope, pageId);
    } catch (error) {
      log.error({ err: error, pageId }, 'a version of a page was not kept');
    }
  }

  const timer = setInterval(() => {
    if (change === null) return;
    const now = clock.now().getTime();
    if (now - change.last >= QUIET_MS || now - change.first >= LONGEST_MS) void keep();
  }, LOOK_MS).unref();

  return async (isLastKept: boolean): Promise<void> => {
    clearInterval(timer);
    if (isLastKept && change !== null) await keep();
  };
}
