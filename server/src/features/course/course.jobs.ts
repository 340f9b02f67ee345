import type { DomainEvent } from '../../core/events.ts';
import { DONE, type JobOutcome, type Jobs } from '../../platform/jobs/ports.ts';
import type { ReadRequests } from './roster.service.ts';
import type { RosterSyncService } from './sync-roster.service.ts';

const ROSTER = 'course.roster';
const GROUPS = 'course.groups';

/** The jobs that read from the LMS. A course is one key, so it is read by one server at a time. */
export const createReadRequests = (jobs: Jobs): ReadRequests => {
  const request = (type: string) => (courseId: string) =>
    jobs.enqueue({ type, key: courseId, payload: { courseId } });
  return { roster: request(ROSTER), groups: request(GROUPS) };
};

const courseOf = ({ courseId }: Record<string, unknown>): string => {
  if (typeof courseId !== 'string') throw new Error('the job names no course');
  return courseId;
};

const again = (at: Date | null): JobOutcome => (at ? { type: 'again', at } : DONE);

export function defineReadJobs(
  jobs: Jobs,
  requests: ReadRequests,
  roster: Pick<RosterSyncService, 'readRoster'>,
  groups: { readGroups(courseId: string): Promise<Date | null> },
): void {
  jobs.define(ROSTER, async (payload) => {
    const courseId = courseOf(payload);
    const next = await roster.readRoster(courseId);
    // Who is in the course is known: now who is in which group.
    await requests.groups(courseId);
    return again(next);
  });
  jobs.define(GROUPS, async (payload) => again(await groups.readGroups(courseOf(payload))));
}

/** A course's first member of staff has its roster read: by this event, so that no crash can lose the wish. */
export const createStaffConsumer =
  (requests: ReadRequests) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    const courses = events.filter(
      ({ type, actor, data }) =>
        type === 'member.joined' &&
        actor.kind === 'member' &&
        (data['role'] === 'instructor' || data['role'] === 'assistant'),
    );
    for (const courseId of new Set(courses.map((event) => event.courseId))) await requests.roster(courseId);
  };
