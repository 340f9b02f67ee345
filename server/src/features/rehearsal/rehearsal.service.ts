import { BEARER_SECONDS } from '../../contracts/limits.ts';
import type { RehearsalView } from '../../contracts/rehearsal.ts';
import type { SessionView } from '../../contracts/session.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { type CourseScope, rehearsalScopeOf } from '../../core/course-scope.ts';
import { makeEvent } from '../../core/events.ts';
import { copyIdOf } from '../../core/ids.ts';
import { can } from '../../core/permissions.ts';
import type { Bearers, Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, submissionsCloseAt } from '../activity/index.ts';
import { abilitiesOf, type CourseStore, type Member, newMember } from '../course/index.ts';
import { learnerIdsOf, movedByMs, SUBJECTS } from './rehearsal.domain.ts';

/** What an activity type gives so that its activities can be rehearsed. */
export interface RehearsalSource {
  /** Has one learner do what can be done of a step now. @returns how many things were done */
  fill(caller: Caller, activityId: string, step: 'handIn' | 'review', text: string): Promise<number>;
  /** Settings as they are rehearsed; absent: as they are. */
  settingsOf?(settings: Activity['settings']): Activity['settings'];
}

export interface RehearsalPorts {
  readonly activities: ActivityService;
  readonly store: Pick<CourseStore, 'saveCourse' | 'saveMember' | 'findMembers' | 'findCourse'>;
  readonly sources: Readonly<Record<Activity['type'], RehearsalSource>>;
  readonly bearers: Pick<Bearers, 'sign'>;
  /** Deletes everything of a rehearsal; what is written meanwhile a little later. */
  readonly erase: (scope: CourseScope) => Promise<void>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type RehearsalService = ReturnType<typeof createRehearsalService>;

/**
 * Staff go through an activity as any of six invented learners (spec/activity.md, 5). The rehearsal is a course of its own,
 * of which no LMS knows: that is what keeps it out of roster, gradebook, statistics and inboxes.
 */
export function createRehearsalService(ports: RehearsalPorts) {
  const { activities, store, sources, bearers, erase, clock, eventsWritten } = ports;

  const copyOf = (scope: CourseScope, activityId: string): string => copyIdOf(scope.courseId, activityId);

  /** The rehearsal with its people; null when none has been begun. @throws AppError NOT_FOUND */
  async function find(caller: Caller, activityId: string) {
    await activities.get(caller.scope, activityId);
    const scope = rehearsalScopeOf(caller.scope, activityId);
    const ids = learnerIdsOf(scope);
    const [activity, members] = await Promise.all([
      activities.find(scope, copyOf(scope, activityId)),
      store.findMembers(scope, ids),
    ]);
    if (!activity || members.length < ids.length) return null;
    const learners = members.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    return { scope, activity, learners };
  }

  /** @throws AppError REHEARSAL_NOT_BEGUN, NOT_FOUND */
  async function get(caller: Caller, activityId: string) {
    const found = await find(caller, activityId);
    if (!found) throw new AppError('REHEARSAL_NOT_BEGUN');
    return found;
  }

  async function join(scope: CourseScope, member: Member): Promise<void> {
    const at = clock.now();
    const { id, role, courseId } = member;
    const joined = makeEvent({
      type: 'member.joined',
      at,
      actor: { kind: 'system', job: 'rehearsal' },
      requestId: null,
      courseId,
      subject: { kind: 'member', id },
      data: { role },
    });
    await store.saveMember(member, at, joined);
  }

  return {
    async get(caller: Caller, activityId: string) {
      const [{ type }, found] = await Promise.all([
        activities.get(caller.scope, activityId),
        find(caller, activityId),
      ]);
      return { type, rehearsal: found && viewOf(found) };
    },

    /** Repeating it changes nothing. @throws AppError NOT_FOUND */
    async begin(caller: Caller, activityId: string, names: readonly string[]): Promise<RehearsalView> {
      const origin = await activities.get(caller.scope, activityId);
      const scope = rehearsalScopeOf(caller.scope, activityId);
      const { courseId, platformId, deploymentId } = scope;
      await store.saveCourse({
        id: courseId,
        platformId,
        deploymentId,
        contextId: courseId,
        title: null,
        label: null,
        membershipsUrl: null,
        lineItems: null,
        url: null,
        startsAt: null,
        groupsUrl: null,
        groupSetsUrl: null,
      });
      const begun = await find(caller, activityId);
      if (begun) return viewOf(begun);
      for (const [index, subject] of SUBJECTS.entries())
        await join(scope, newMember(scope, subject, 'learner', names[index] ?? subject));
      const by = { actor: caller.actor, requestId: caller.requestId };
      const moved = movedByMs(submissionsCloseAt(origin), clock.now());
      const id = copyOf(scope, activityId);
      // A draft is rehearsed too, as it will be.
      const facts = { courseTitle: null, movedByMs: moved, state: 'published' } as const;
      const settings = sources[origin.type].settingsOf?.(origin.settings) ?? origin.settings;
      await activities.copy(scope, id, { ...origin, settings }, facts, by);
      await activities.confirmCopy(scope, id, by);
      eventsWritten();
      return viewOf(await get(caller, activityId));
    },

    /**
     * A bearer of the rehearsal, with a view of its session. @param memberId one of its learners; null: the caller's own
     * role. @throws AppError REHEARSAL_NOT_BEGUN, NOT_FOUND
     */
    async enter(caller: Caller, activityId: string, memberId: string | null): Promise<SessionView> {
      const { scope, activity, learners } = await get(caller, activityId);
      const { role, name } = caller.member;
      const member =
        memberId === null
          ? newMember(scope, caller.member.id, role, name)
          : learners.find(({ id }) => id === memberId);
      if (!member) throw new AppError('NOT_FOUND', { kind: 'member' });
      if (memberId === null) await join(scope, member);
      const now = clock.now();
      const endsAt = new Date(now.getTime() + BEARER_SECONDS * 1000);
      const claims = { ...scope, memberId: member.id, launchId: caller.launchId, role: member.role };
      const bearer = await bearers.sign(
        { ...claims, readOnly: false, testUser: false, name: member.name },
        now,
        endsAt,
      );
      return {
        bearer,
        bearerExpiresAt: endsAt.toISOString(),
        now: now.toISOString(),
        sessionEndsAt: endsAt.toISOString(),
        member: { id: member.id, name: member.name, role: member.role },
        course: { title: null },
        locale: null,
        returnUrl: null,
        landing: { kind: 'activity', activityId: activity.id },
        // Nobody rehearses a rehearsal.
        can: { ...abilitiesOf({ role: member.role, readOnly: false }), rehearse: false },
      };
    },

    /** @returns how many works or reviews were made. @throws AppError REHEARSAL_NOT_BEGUN, NOT_FOUND */
    async fill(caller: Caller, activityId: string, step: 'handIn' | 'review', text: string): Promise<number> {
      const { scope, activity, learners } = await get(caller, activityId);
      let done = 0;
      for (const learner of learners)
        done += await sources[activity.type].fill(callerOf(caller, scope, learner), activity.id, step, text);
      return done;
    },

    /** Deletes all of it; what is not there needs no deleting. @throws AppError NOT_FOUND */
    async end(caller: Caller, activityId: string): Promise<void> {
      await activities.get(caller.scope, activityId);
      await erase(rehearsalScopeOf(caller.scope, activityId));
    },
  };
}

const viewOf = ({
  activity,
  learners,
}: {
  readonly activity: { readonly id: string };
  readonly learners: readonly Member[];
}): RehearsalView => ({
  activityId: activity.id,
  learners: learners.map(({ id, name }) => ({ memberId: id, name: name ?? '' })),
});

/** The invented learner as a request of theirs would say. */
const callerOf = (
  { launchId, requestId }: Caller,
  scope: CourseScope,
  { id, role, readOnly, testUser, name }: Member,
): Caller => ({
  scope,
  member: { id, role, readOnly, testUser, name },
  launchId,
  requestId,
  actor: { kind: 'member', memberId: id, role },
  can: (permission) => can({ role, readOnly }, permission),
});
