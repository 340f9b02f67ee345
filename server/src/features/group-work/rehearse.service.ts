import { richTextOf } from '../../contracts/plain-text.ts';
import type { Clock } from '../../core/clock.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverablesService } from './deliverables.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { counts, type DeliverableKey, whyNotWrite } from './group-work.domain.ts';
import { settingsOf } from './settings-of.service.ts';

interface Services {
  readonly access: AccessService;
  readonly service: Pick<DeliverablesService, 'saveDraft' | 'handIn' | 'confirm'>;
  readonly deliverables: Pick<DeliverableStore, 'find'>;
  readonly clock: Clock;
}

/** Does what a learner of a rehearsal could do by hand in a project, by the same services. */
export function createRehearsalSource({ access, service, deliverables, clock }: Services) {
  /** Hands in where nothing is, else confirms what waits. @returns how much was done */
  async function fillOne(caller: Caller, key: DeliverableKey, text: string): Promise<number> {
    const found = await access.deliverable(caller, key);
    const { handedIn } = found.deliverable;
    const now = clock.now();
    if (whyNotWrite(found, now) !== null) return 0;
    if (handedIn) {
      const isConfirmed = handedIn.confirmations.some(({ memberId }) => memberId === caller.member.id);
      if (isConfirmed || counts(handedIn, found.dates, now)) return 0;
      await service.confirm(caller, key, handedIn.version, null);
      return 1;
    }
    const revision = (await deliverables.find(caller.scope, key))?.revision ?? 0;
    const saved = await service.saveDraft(caller, key, { text: richTextOf(text), fileIds: [] }, revision);
    await service.handIn(caller, key, saved.revision);
    return 1;
  }

  return {
    /** In a project one hands in; there is nothing to review. */
    async fill(caller: Caller, activityId: string, step: 'handIn' | 'review', text: string): Promise<number> {
      if (step === 'review') return 0;
      const activity = await access.project(caller, activityId);
      const [group] = await access.own(caller, activity);
      let done = 0;
      for (const { n } of group ? settingsOf(activity).milestones : [])
        done += await fillOne(caller, { activityId, groupId: group?.groupId ?? '', n }, text);
      return done;
    },
  };
}
