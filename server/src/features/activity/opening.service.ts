import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { createMeetingList, type MeetingPorts } from './list-meeting.service.ts';
import type { ActivityService } from './activity.service.ts';
import type { ActivityStore } from './activity.store.ts';
import { activitiesIn, isOpenTo, type Opening, type Prerequisite, targetOf } from '../../core/opening.ts';
import { openingFault } from './opening.domain.ts';
import { openingView, ownOpeningView } from './opening.views.ts';

export interface OpeningPorts extends MeetingPorts {
  readonly store: Pick<ActivityStore, 'find' | 'listRuled'>;
  readonly activities: ActivityService;
  readonly clock: Clock;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
}

export type OpeningService = ReturnType<typeof createOpeningService>;

/** Activities that can be asked for: the newest. */
const CHOICES_MAX = 100;

interface Rules {
  readonly opensAt: string | null;
  readonly after: readonly Prerequisite[];
}

/** When an activity opens: at a moment, after another one, after a passed check, after a session (spec/activity.md, 4). */
export function createOpeningService(ports: OpeningPorts) {
  const { store, activities, types, checks, sessions, clock, eventsWritten } = ports;

  const listMeeting = createMeetingList(ports);

  async function viewOf({ scope, can }: Caller, activityId: string, opening: Opening | null) {
    const [newest, known, held] = await Promise.all([
      activities.listNewest(scope, CHOICES_MAX),
      checks.list(scope),
      sessions.list(scope),
    ]);
    const others = newest.filter(({ id }) => id !== activityId).map(({ id, title }) => ({ id, title }));
    const choices = { activities: others, checks: known, sessions: held };
    return openingView(opening, choices, { edit: can('activity.edit') });
  }

  return {
    /** @throws AppError NOT_FOUND */
    async get(caller: Caller, activityId: string) {
      const { opening } = await activities.get(caller.scope, activityId);
      return viewOf(caller, activityId, opening);
    },

    /** @throws AppError NOT_FOUND */
    async preview({ scope }: Caller, activityId: string, { after }: Rules) {
      const { type, id } = await activities.get(scope, activityId);
      const [{ learners }, begun, ...meeting] = await Promise.all([
        types[type].countsOf(scope, id),
        types[type].listBegun(scope, id),
        ...after.map((one) => listMeeting(scope, one, null)),
      ]);
      const [first, ...further] = meeting.map((ids) => new Set(ids));
      const met = first && [...first].filter((memberId) => further.every((ids) => ids.has(memberId)));
      return { learners, begun: begun.length, met: met?.length ?? learners };
    },

    /**
     * @throws AppError OPENING_IN_CIRCLE, OPENING_TOO_LATE, STALE_REVISION, BAD_REQUEST for what the course does not have,
     *   NOT_FOUND
     */
    async set(caller: Caller, activityId: string, rules: Rules, expectedRevision: number) {
      const { scope } = caller;
      const activity = await activities.get(scope, activityId);
      const before = activity.opening;
      const after = [...new Map(rules.after.map((one) => [JSON.stringify(one), one])).values()];
      const wanted = { opensAt: rules.opensAt === null ? null : new Date(rules.opensAt), after };
      const { revision = 0, ...present } = before ?? { opensAt: null, after: [] };
      // The same request once more.
      if (JSON.stringify(present) === JSON.stringify(wanted)) return viewOf(caller, activityId, before);
      if (revision !== expectedRevision) throw new AppError('STALE_REVISION');
      const [ruled, known] = await Promise.all([store.listRuled(scope), knownOf(scope, wanted.after)]);
      if (known < wanted.after.length) throw new AppError('BAD_REQUEST', { field: 'after' });
      const fault = openingFault(activityId, wanted, types[activity.type].scheduleOf(activity), ruled);
      if (fault) throw new AppError(fault);
      const opening = { ...wanted, revision: revision + 1 };
      const event = { type: 'activity.openingChanged', data: { before, after: opening } } as const;
      const guard = revision === 0 ? { opening: null } : { 'opening.revision': revision };
      const changed = await activities.updateState(scope, activityId, guard, { opening }, event, caller);
      if (!changed) throw new AppError('STALE_REVISION');
      eventsWritten();
      return viewOf(caller, activityId, opening);
    },

    /** @throws AppError NOT_FOUND, also for a draft */
    async getOwn({ scope, member }: Caller, activityId: string) {
      const { activity, changes } = await activities.getFor(scope, activityId, member.id);
      if (activity.state === 'draft') throw new AppError('NOT_FOUND', { kind: 'activity' });
      const { opening } = activity;
      const after = opening?.after ?? [];
      const [others, further] = await Promise.all([
        activities.findMany(scope, activitiesIn(after)),
        listFurther(scope, after),
      ]);
      const isOpen = isOpenTo(opening, changes.met, clock.now());
      return ownOpeningView(opening, changes.met, isOpen, { activities: others, further });
    },
  };

  /** The checks and sessions of the course, as far as these ask for some. */
  async function listFurther(scope: CourseScope, after: readonly Prerequisite[]) {
    const asksFor = (wanted: Prerequisite['kind']) => after.some(({ kind }) => kind === wanted);
    const found = await Promise.all([
      asksFor('check') ? checks.list(scope) : [],
      asksFor('session') ? sessions.list(scope) : [],
    ]);
    return found.flat();
  }

  /** How many of these the course has. */
  async function knownOf(scope: CourseScope, after: readonly Prerequisite[]): Promise<number> {
    const [found, further] = await Promise.all([
      activities.findMany(scope, activitiesIn(after)),
      listFurther(scope, after),
    ]);
    const ids = new Set([...found, ...further].map(({ id }) => id));
    return after.filter((one) => ids.has(targetOf(one))).length;
  }
}
