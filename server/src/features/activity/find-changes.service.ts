import type { CourseScope } from '../../core/course-scope.ts';
import type { TimelineChanges } from '../../core/timeline.ts';
import type { ActivityStore } from './activity.store.ts';

/** Finds what changes the dates of some members in an activity; three round trips at once. */
export const createChangesFinder =
  ({ timelines }: Pick<ActivityStore, 'timelines'>) =>
  async (
    scope: CourseScope,
    activityId: string,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, TimelineChanges>> => {
    const found = await timelines.find(scope, activityId, memberIds);
    const { extensions, accommodations, others, met, released } = found;
    const changed = new Set([
      ...extensions.keys(),
      ...accommodations.keys(),
      ...others.keys(),
      ...met.keys(),
      ...released.keys(),
    ]);
    return new Map(
      [...changed].map((id) => {
        const own = extensions.get(id);
        const all = [...(own ? [own] : []), ...(others.get(id) ?? [])];
        return [
          id,
          {
            extensions: all,
            accommodation: accommodations.get(id) ?? null,
            met: met.get(id) ?? [],
            releasedAt: released.get(id) ?? null,
          },
        ];
      }),
    );
  };
