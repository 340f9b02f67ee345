import type { Clock } from '../../core/clock.ts';
import { deliverableIdOf } from '../../core/ids.ts';
import type { VeilOf } from '../../core/veil.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableFiles } from './deliverable-files.service.ts';
import { hiddenWorkView } from './grading.views.ts';
import { type DeliverableKey, standingOf } from './group-work.domain.ts';

interface Ports {
  readonly access: Pick<AccessService, 'deliverable'>;
  readonly files: Pick<DeliverableFiles, 'find'>;
  readonly veilOf: VeilOf;
  readonly clock: Clock;
}

export type HiddenWorks = ReturnType<typeof createHiddenWorks>;

/** What a group has handed in, for staff who do not want to know whose it is. */
export const createHiddenWorks =
  ({ access, files, veilOf, clock }: Ports) =>
  /** @param place by the id that says nothing about the group. @throws AppError NOT_FOUND */
  async (caller: Caller, { activityId, groupId, n }: DeliverableKey) => {
    const key = { activityId, groupId: veilOf(activityId).show(groupId), n };
    const { deliverable, milestone, settings, dates } = await access.deliverable(caller, key);
    const { handedIn } = deliverable;
    const ready = handedIn ? await files.find(caller.scope, key, handedIn.fileIds) : new Map();
    const standing = standingOf(n, handedIn, dates, clock.now());
    const id = deliverableIdOf(activityId, key.groupId, n);
    return hiddenWorkView({ id, groupId, title: settings.title, milestone, standing }, handedIn, ready);
  };
