import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ReadProblem, RosterServices } from '../../platform/lti/ports.ts';
import type { WaitingItem, WaitingSource } from '../insights/index.ts';
import type { CourseStore } from './course.store.ts';
import { type LmsRead, stateOf, waitsForStaff, wantedUntil } from './lms-read.domain.ts';
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
  readonly rosters: RosterServices;
  readonly requests: ReadRequests;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
}

/** A roster read after one staff launch is fresh enough for the next ones. */
const LAUNCHES_APART_MS = 5 * 60_000;
const COURSES_KEPT = 10_000;

const CODES = { roster: 'ROSTER_NOT_READ', groups: 'GROUPS_NOT_READ' } as const;

/** The outcome of a test of a platform's connection. */
export type RosterProbe =
  | { readonly type: 'readable'; readonly people: number }
  /** No course of the platform has been launched that names a roster. */
  | { readonly type: 'noRoster' }
  | { readonly type: 'problem'; readonly problem: ReadProblem };

export type RosterService = ReturnType<typeof createRosterService>;

/** What people see of the roster's reading, and how they ask for it. */
export function createRosterService({ store, reads, rosters, requests, clock, log }: Ports) {
  const asked = new Map<string, number>();

  async function request(scope: CourseScope): Promise<void> {
    await reads.want(scope, 'roster', wantedUntil(clock.now()));
    await requests.roster(scope.courseId);
  }

  const view = async (caller: Caller, read: LmsRead | null) => {
    const course = await store.findCourse(caller.scope.courseId);
    const available = course?.membershipsUrl !== null && course !== null;
    const state = stateOf(read, available, clock.now());
    return rosterView(read, state, { read: available && caller.can('roster.refresh') });
  };

  /** Readings that will not get better without staff, for the facilitator queue: at most two in a course. */
  const waiting: WaitingSource = {
    name: 'roster',
    async list(scope, { after, limit }): Promise<WaitingItem[]> {
      const found = await Promise.all([reads.find(scope, 'roster'), reads.find(scope, 'groups')]);
      return found
        .flatMap((read) => (read ? waitingItems(read) : []))
        .sort((a, b) => a.since.getTime() - b.since.getTime() || (a.key < b.key ? -1 : 1))
        .filter(({ since, key }) => {
          if (!after) return true;
          return since > after.since || (since.getTime() === after.since.getTime() && key > after.key);
        })
        .slice(0, limit);
    },
  };

  return {
    waiting,

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

    /** Reads one page of some course's roster, for an administrator who tests a platform's connection. */
    async probe(platformId: string): Promise<RosterProbe> {
      const course = await store.findCourseWithRoster(platformId);
      if (!course?.membershipsUrl) return { type: 'noRoster' };
      for await (const piece of rosters.readMembers(platformId, course.membershipsUrl)) {
        if (piece.type === 'problem') return piece;
        return { type: 'readable', people: piece.type === 'items' ? piece.items.length : 0 };
      }
      return { type: 'readable', people: 0 };
    },
  };
}

function waitingItems({ kind, trouble }: LmsRead): WaitingItem[] {
  if (!waitsForStaff(trouble)) return [];
  return [
    {
      key: kind,
      waitsFor: 'staff',
      because: { code: CODES[kind], params: { reason: trouble.reason, words: trouble.words } },
      since: trouble.since,
      until: null,
      nextAction: { code: 'READ_AGAIN', method: 'post', path: `/${kind}/read` },
    },
  ];
}
