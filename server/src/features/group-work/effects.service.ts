import type { ProjectEffect } from '../../contracts/group-effects.ts';
import type { GroupWorkSettings } from '../../contracts/group-work.ts';
import type { Clock } from '../../core/clock.ts';
import type { TimelineChanges } from '../../core/timeline.ts';
import type { Caller } from '../../platform/http/ports.ts';
import { type Activity, type ActivityService, createDateEffects } from '../activity/index.ts';
import type { CourseService } from '../course/index.ts';
import type { GradebookGrades } from '../gradebook/index.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { workEffectsOf } from './effects.domain.ts';
import { milestoneKey, standingOf } from './group-work.domain.ts';
import type { GroupsPort, PresentGroup } from './groups-port.service.ts';
import { groupDates, scheduleOf, settingsOf } from './settings-of.service.ts';

export interface EffectsPorts {
  readonly activities: Pick<ActivityService, 'get' | 'findChanges'>;
  readonly groups: Pick<GroupsPort, 'listPeopled'>;
  readonly course: Pick<CourseService, 'listAllLearners'>;
  readonly deliverables: Pick<DeliverableStore, 'listOf'>;
  readonly grades: Pick<GradebookGrades, 'findGradesIn'>;
  readonly clock: Clock;
}

type Changes = ReadonlyMap<string, TimelineChanges>;

/** When the milestones of somebody end whose group is given, by step. */
const endsOf = (activity: Activity, changes: Changes, memberIds: readonly string[]): Map<string, Date> =>
  new Map([...groupDates(activity, changes, memberIds)].map(([n, { dueAt }]) => [milestoneKey(n), dueAt]));

export type EffectsService = ReturnType<typeof createEffectsService>;

/** What saving settings of a project would do, before it is done (activity.md item 1). */
export function createEffectsService(ports: EffectsPorts) {
  const { activities, groups, course, deliverables, grades, clock } = ports;
  const dateEffects = createDateEffects({ activities, course, clock });

  /** How every group stands at every milestone, by the settings as they are and as they would be. */
  async function standingsOf(
    { scope }: Caller,
    activity: Activity,
    next: Activity,
    all: readonly PresentGroup[],
  ) {
    const people = [...new Set(all.flatMap(({ memberIds }) => memberIds))];
    const [lines, changes] = await Promise.all([
      deliverables.listOf(scope, activity.id),
      activities.findChanges(scope, activity.id, people),
    ]);
    const handedIn = new Map(lines.map((line) => [`${line.groupId}/${line.n}`, line.handedIn]));
    const now = clock.now();
    return all.flatMap(({ groupId, memberIds }) => {
      const after = groupDates(next, changes, memberIds);
      return [...groupDates(activity, changes, memberIds)].flatMap(([n, dates]) => {
        const then = after.get(n);
        const work = handedIn.get(`${groupId}/${n}`) ?? null;
        return then
          ? [{ before: standingOf(n, work, dates, now), after: standingOf(n, work, then, now) }]
          : [];
      });
    });
  }

  return {
    /** Nothing for a draft: nobody sees it. @throws AppError NOT_FOUND */
    async preview(
      caller: Caller,
      activityId: string,
      { title, ...wanted }: GroupWorkSettings,
    ): Promise<{ effects: ProjectEffect[] }> {
      const { scope } = caller;
      const activity = await activities.get(scope, activityId);
      if (activity.state === 'draft') return { effects: [] };
      const next = { ...activity, title, settings: wanted };
      const { groupSetId, ...before } = settingsOf(activity);
      const all = groupSetId === null ? [] : await groups.listPeopled(scope, groupSetId);
      const groupOf = new Map(all.flatMap(({ memberIds }) => memberIds.map((id) => [id, memberIds])));
      const titles = new Map(
        [...before.milestones, ...wanted.milestones].map((one) => [milestoneKey(one.n), one.title]),
      );
      const isReleased = activity.phase === 'released';
      const [dates, works, learners] = await Promise.all([
        dateEffects(scope, activityId, {
          before: scheduleOf(activity),
          after: scheduleOf(next),
          titleOf: (step) => titles.get(step) ?? null,
          ownDates(memberId, changes) {
            const memberIds = groupOf.get(memberId) ?? [memberId];
            return {
              before: endsOf(activity, changes, memberIds),
              after: endsOf(next, changes, memberIds),
            };
          },
        }),
        standingsOf(caller, activity, next, all),
        isReleased ? course.listAllLearners(scope) : [],
      ]);
      const ids = learners.map(({ id }) => id);
      const released = isReleased ? await grades.findGradesIn(scope, [activityId], ids) : null;
      return {
        effects: [...dates, ...workEffectsOf(before, wanted, works, released?.get(activityId)?.size ?? 0)],
      };
    },
  };
}
