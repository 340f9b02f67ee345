import type { CourseScope } from '../../core/course-scope.ts';
import { BEGUN, keyOf } from '../../core/opening.ts';
import type { Activity } from './activity.domain.ts';
import type { ActivityStore } from './activity.store.ts';

/** To whom alone an activity is open by its prerequisites and its date; null: to everybody. */
export const createOpenToLister =
  ({ timelines }: Pick<ActivityStore, 'timelines'>) =>
  async (
    scope: CourseScope,
    { id, opening }: Pick<Activity, 'id' | 'opening'>,
    now: Date,
  ): Promise<string[] | null> => {
    const isEarly = opening !== null && opening.opensAt !== null && opening.opensAt > now;
    if (!opening || (!isEarly && opening.after.length === 0)) return null;
    const having = (key: string) => timelines.groups.listHaving(scope, id, key);
    const [begun, ...met] = await Promise.all([
      having(BEGUN),
      ...(isEarly ? [] : opening.after.map((one) => having(keyOf(one)))),
    ]);
    const [first = [], ...further] = met;
    const others = further.map((ids) => new Set(ids));
    return [...new Set([...begun, ...first.filter((one) => others.every((ids) => ids.has(one)))])];
  };
