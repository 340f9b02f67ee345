import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseStore } from './course.store.ts';
import { type LmsRead, stateOf, wantedUntil } from './lms-read.domain.ts';
import type { LmsReadStore } from './lms-reads.store.ts';
import { rosterView } from './roster.views.ts';

/** Asks for a reading in the background; asking again while it waits is the same. */
export interface ReadRequests {
  roster(courseId: string): Promise<void>;
  groups(courseId: string): Promise<void>;
}

interface Ports {
  readonly store: CourseStore;
  readonly reads: LmsReadStore;
  readonly requests: ReadRequests;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

/** A roster read after one staff launch is fresh enough for the next ones. */
const LAUNCHES_APART_MS = 5 * 60_000;
const COURSES_KEPT = 10_000;

export type RosterService = ReturnType<typeof createRosterService>;

/** What people see of the roster's reading, and how they ask for it. */
export function createRosterService({ store, reads, requests, clock, log }: Ports) {
  const asked = new Map<string, number>();

  async function request(scope: CourseScope): Promise<void> {
    await requests.roster(scope.courseId);
    // After it: where this is noted, the reading has been asked for.
    await reads.want(scope, 'roster', wantedUntil(clock.now()));
  }

  const view = async (caller: Caller, read: LmsRead | null) => {
    const course = await store.findCourse(caller.scope.courseId);
    const available = course?.membershipsUrl !== null && course !== null;
    const state = stateOf(read, available, clock.now());
    return rosterView(read, state, { read: available && caller.can('roster.refresh') });
  };

  return {
    /** Reads soon after a launch by staff; what goes wrong here is made good by the next one. */
    afterStaffLaunch(scope: CourseScope): void {
      const now = clock.now().getTime();
      const last = asked.get(scope.courseId);
      if (last !== undefined && now - last < LAUNCHES_APART_MS) return;
      if (asked.size >= COURSES_KEPT) asked.clear();
      asked.set(scope.courseId, now);
      request(scope).catch((error: unknown) => {
        asked.delete(scope.courseId);
        log.warn({ err: error, courseId: scope.courseId }, 'the roster’s reading could not be asked for');
      });
    },

    /** Makes good for a launch by the first member of staff whose wish was lost, by a crash. */
    async afterStaffJoined(courseId: string): Promise<void> {
      const scope = await store.findScope(courseId);
      if (scope && !(await reads.find(scope, 'roster'))) await request(scope);
    },

    async status(caller: Caller) {
      return view(caller, await reads.find(caller.scope, 'roster'));
    },

    /** Has everything read again now. */
    async readNow(caller: Caller) {
      const { scope } = caller;
      const now = clock.now();
      const read = await reads.request(scope, 'roster', now, wantedUntil(now));
      await requests.roster(scope.courseId);
      return view(caller, read);
    },
  };
}
