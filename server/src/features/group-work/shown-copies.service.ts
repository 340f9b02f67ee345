import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { HandedIn } from './group-work.domain.ts';

/** Where what groups handed in is put side by side. */
export interface PlenarySource {
  /** Numbers of the milestones whose plenary learners see now. */
  openIn(scope: CourseScope, activityId: string): Promise<readonly number[]>;
}

export type ShownCopies = ReturnType<typeof createShownCopies>;

/** Copies of groups that somebody is not in: with a part of theirs, or in a plenary that is open. */
export function createShownCopies(
  access: Pick<AccessService, 'ownCopiesOf'>,
  deliverables: Pick<DeliverableStore, 'find'>,
  plenaries: () => PlenarySource,
) {
  return {
    /** @throws as `project` of the access service */
    async of(caller: Caller, activityId: string, groupId: string): Promise<readonly HandedIn[]> {
      const { scope } = caller;
      const [own, open] = await Promise.all([
        access.ownCopiesOf(caller, activityId, groupId),
        plenaries().openIn(scope, activityId),
      ]);
      const shown = await Promise.all(open.map((n) => deliverables.find(scope, { activityId, groupId, n })));
      return [...own, ...shown.flatMap((one) => one?.handedIn ?? [])];
    },
  };
}
