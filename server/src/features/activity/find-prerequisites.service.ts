import type { CourseScope } from '../../core/course-scope.ts';
import { activitiesIn, targetOf } from '../../core/opening.ts';
import type { Activity } from './activity.domain.ts';
import type { ActivityStore } from './activity.store.ts';
import type { CopiesHere } from './opening.domain.ts';

const NOTHING = { here: new Map<string, string>(), titles: new Map<string, string>() };

/** Finds what an activity of another course asks for before it opens: its copies in this course, and its titles there. */
export const createPrerequisiteFinder =
  (store: Pick<ActivityStore, 'findMany' | 'listCopiesOf'>) =>
  async (scope: CourseScope, { courseId, opening }: Pick<Activity, 'courseId' | 'opening'>) => {
    const lost = (opening?.lost ?? []).map(({ one }) => one);
    const asked = activitiesIn([...(opening?.after ?? []), ...lost]);
    if (asked.length === 0 || courseId === scope.courseId) return NOTHING;
    const [copies, originals] = await Promise.all([
      store.listCopiesOf(scope, asked),
      store.findMany({ ...scope, courseId }, asked),
    ]);
    return { here: copiesHere(copies), titles: new Map(originals.map(({ id, title }) => [id, title])) };
  };

/** Copies by what they are copies of. */
export const copiesHere = (copies: readonly Pick<Activity, 'id' | 'copiedFrom'>[]): CopiesHere =>
  new Map(copies.flatMap(({ id, copiedFrom }) => (copiedFrom ? [[copiedFrom.activityId, id] as const] : [])));

/** What the activities of a course still ask for of the course that they come from. */
export const lostIn = (ruled: readonly Pick<Activity, 'opening'>[]): string[] =>
  ruled.flatMap(({ opening }) =>
    (opening?.lost ?? []).flatMap(({ one }) => (one.kind === 'activity' ? targetOf(one) : [])),
  );

/** The activities that open after something, such as a session. */
export const createAskingList =
  ({ listRuled }: Pick<ActivityStore, 'listRuled'>) =>
  async (scope: CourseScope, target: string): Promise<Activity[]> =>
    (await listRuled(scope)).filter(({ opening }) => opening?.after.some((one) => targetOf(one) === target));
