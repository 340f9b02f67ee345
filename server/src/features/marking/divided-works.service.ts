import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import type { LeasesService } from './leases.service.ts';
import type { MarkingItem } from './marking.domain.ts';
import type { MarkingStore, ShareCount } from './marking.store.ts';
import type { DividedWork } from './section-shares.domain.ts';

/** A work that nobody has begun to mark, with whose share it is in. */
export interface PlacedWork extends DividedWork {
  readonly activityId: string;
  readonly share: string | null;
}

/** Works of an activity of which events tell, perhaps for the first time. */
export interface Arrived {
  readonly activityId: string;
  readonly workIds: readonly string[];
}

export interface Dividing {
  /** `all`: a work that was marked meanwhile stays where it is. */
  readonly of: 'all' | 'some';
  /** Whether they follow their authors to other sections. */
  readonly bySection: boolean;
}

/**
 * The works of one kind of activity, as who divides them sees them. Marking keeps those of most types itself; a type
 * whose marks hold more than a rubric keeps its own and lends them.
 */
export interface DividedWorks {
  /** How many works each share has, and how many of them are marked. */
  countShares(scope: CourseScope, activityId: string): Promise<readonly ShareCount[]>;
  /** The works that are not marked yet, also those that nobody has taken in so far. */
  listUnmarked(scope: CourseScope, activityId: string): Promise<readonly DividedWork[]>;
  /** Null: those in nobody's share. */
  setShares(
    scope: CourseScope,
    activityId: string,
    shares: ReadonlyMap<string | null, readonly string[]>,
    dividing: Dividing,
  ): Promise<void>;
  /** The work that an event of an activity tells of, perhaps for the first time; null: it tells of none. */
  workIn(event: DomainEvent, activityId: string): string | null;
  /** Of some works those that are in nobody's share and that nobody has begun. */
  listUnplaced(
    scope: CourseScope,
    activityId: string,
    workIds: readonly string[],
    now: Date,
  ): Promise<readonly PlacedWork[]>;
  /** The works that follow a learner's section and that nobody has begun, in all activities of the course. */
  listFollowing(scope: CourseScope, memberId: string, now: Date): Promise<readonly PlacedWork[]>;
  /** Puts a work into somebody's share, if nobody has begun it and it is in the share that was read. */
  moveShare(scope: CourseScope, work: PlacedWork, to: string, now: Date): Promise<void>;
}

/** The works that marking keeps itself. */
export function createOwnDivision(
  store: Pick<
    MarkingStore,
    'countShares' | 'listUnmarked' | 'setShares' | 'listUnplaced' | 'listFollowing' | 'moveShare'
  >,
  leases: Pick<LeasesService, 'gather'>,
): DividedWorks {
  return {
    countShares: store.countShares,

    async listUnmarked(scope, activityId) {
      await leases.gather(scope, activityId);
      return (await store.listUnmarked(scope, activityId)).map(divided);
    },

    setShares: store.setShares,
    // They are placed as they are taken in.
    workIn: () => null,

    listUnplaced: async (...of) => (await store.listUnplaced(...of)).map(placed),
    listFollowing: async (...of) => (await store.listFollowing(...of)).map(placed),
    moveShare: store.moveShare,
  };
}

const divided = ({ id, memberId }: Pick<MarkingItem, 'id' | 'memberId'>): DividedWork => ({
  id,
  memberIds: [memberId],
});

const placed = (item: MarkingItem): PlacedWork => ({
  ...divided(item),
  activityId: item.activityId,
  share: item.share,
});
