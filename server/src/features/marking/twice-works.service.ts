import type { CourseScope } from '../../core/course-scope.ts';
import type { EventType } from '../../core/events.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingItem } from './marking.domain.ts';
import type { MarkingStore } from './marking.store.ts';
import type { Choosable } from './twice.domain.ts';
import type { TwiceCounts } from './twice.store.ts';

/** A work that waits for the lead. */
export interface ToSettle {
  readonly item: MarkingItem;
  readonly since: Date;
  /** What the queue's item tells of where it is. */
  readonly place: Readonly<Record<string, string>>;
}

/**
 * The works of one kind of activity, some of which two people mark. Marking keeps those of most types itself; a type
 * whose marks hold more than a rubric keeps its own and lends them.
 */
export interface TwiceWorks {
  countTwice(scope: CourseScope, activityId: string): Promise<TwiceCounts>;
  /** All works, also those that nobody has taken in so far. */
  listChoosable(scope: CourseScope, activityId: string): Promise<readonly Choosable[]>;
  /** What somebody has begun meanwhile stays as it is. */
  setTwice(
    scope: CourseScope,
    activityId: string,
    choice: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<void>;
  /** Those of which it is not decided yet whether two people mark them. */
  listUndecided(scope: CourseScope, activityId: string, workIds: readonly string[]): Promise<string[]>;
  /** What the lead has to settle in some activities, longest waiting first. */
  listToSettle(scope: CourseScope, activityIds: readonly string[]): Promise<readonly ToSettle[]>;
  /** The activities of the course in which the lead has something to settle. */
  listActivitiesToSettle(scope: CourseScope): Promise<string[]>;
  /** Whether events of a type are about marks of such works. */
  isAboutMarks(type: EventType): boolean;
}

/** The works that marking keeps itself. */
export function createOwnTwice(
  store: Pick<
    MarkingStore,
    'countTwice' | 'listChoosable' | 'setTwice' | 'listToSettle' | 'listActivitiesToSettle'
  >,
  leases: Pick<LeasesService, 'gather'>,
): TwiceWorks {
  return {
    countTwice: store.countTwice,
    async listChoosable(scope, activityId) {
      await leases.gather(scope, activityId);
      return store.listChoosable(scope, activityId);
    },
    setTwice: store.setTwice,
    // They are decided on as they are taken in.
    listUndecided: () => Promise.resolve([]),
    listToSettle: async (scope, activityIds) =>
      (await store.listToSettle(scope, activityIds)).map((one) => ({
        ...one,
        place: { workId: one.item.id },
      })),
    listActivitiesToSettle: store.listActivitiesToSettle,
    isAboutMarks: (type) => type.startsWith('work.'),
  };
}
