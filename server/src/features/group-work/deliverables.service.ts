import type { RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { courseEvent, type EventType } from '../../core/events.ts';
import { isStaff } from '../../core/roles.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { Access, AccessService } from './access.service.ts';
import type { DeliverableFiles } from './deliverable-files.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import {
  counts,
  deadlineOf,
  decideConfirm,
  decideHandIn,
  decideWithdraw,
  type DeliverableKey,
  type HandedIn,
  standingOf,
  unconfirmed,
  whyNotWrite,
} from './group-work.domain.ts';
import { deliverableView } from './group-work.views.ts';

interface Ports {
  readonly access: AccessService;
  readonly deliverables: DeliverableStore;
  readonly files: DeliverableFiles;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly eventsWritten: () => void;
}

export type DeliverablesService = ReturnType<typeof createDeliverablesService>;

/** What groups write, hand in, confirm and take back (group-work.md item 4). */
export function createDeliverablesService({
  access,
  deliverables,
  files,
  course,
  clock,
  eventsWritten,
}: Ports) {
  /** @throws AppError NOT_IN_GROUP, also for staff */
  async function open(caller: Caller, key: DeliverableKey): Promise<Access> {
    const found = await access.deliverable(caller, key);
    if (!found.isMember) throw new AppError('NOT_IN_GROUP');
    return found;
  }

  async function get(caller: Caller, key: DeliverableKey) {
    const { scope, member } = caller;
    const found = await access.deliverable(caller, key);
    const { deliverable, settings, milestone, group, isMember, dates } = found;
    const { handedIn, draft, savedBy } = deliverable;
    const earlier = await deliverables.listEarlier(scope, key);
    const isWriter = isMember && !isStaff(member.role);
    const people = [...(handedIn?.memberIds ?? []), savedBy ?? [], ...earlier.map(({ by }) => by)].flat();
    const shown = [...(isWriter ? draft.fileIds : []), ...(handedIn?.fileIds ?? [])];
    const [members, ready] = await Promise.all([
      people.length === 0 ? [] : course.findMembers(scope, [...new Set(people)]),
      files.find(scope, key, shown),
    ]);
    const now = clock.now();
    const mayWrite = isWriter && caller.can('groupWork.write');
    const isOpen = found.activityState === 'published';
    const isDue = handedIn !== null && counts(handedIn, dates, now);
    return deliverableView({
      activityId: key.activityId,
      settings,
      milestone,
      group,
      standing: standingOf(key.n, handedIn, dates, now),
      deliverable,
      earlier,
      files: ready,
      names: new Map(members.map(({ id, name }) => [id, name])),
      forId: member.id,
      isWriter,
      can: {
        write: mayWrite && whyNotWrite(found, now) === null,
        confirm: mayWrite && isOpen && handedIn !== null && !isDue && handedIn.memberIds.includes(member.id),
        withdraw: mayWrite && isOpen && handedIn !== null && now <= deadlineOf(handedIn, dates),
      },
    });
  }

  /** Stores what was decided, with its event. @throws AppError STALE_REVISION when somebody was faster */
  async function store(
    caller: Caller,
    key: DeliverableKey,
    { deliverable }: Access,
    handedIn: HandedIn | null,
    type: EventType,
  ): Promise<void> {
    const { activityId, groupId, n } = key;
    const told = handedIn ?? deliverable.handedIn;
    const subject = { kind: 'deliverable', id: `${activityId}/${groupId}/${n}` };
    const missing = handedIn ? unconfirmed(handedIn) : [];
    const event = courseEvent(type, subject, caller, clock.now(), {
      activityId,
      groupId,
      n,
      version: told?.version ?? 0,
      memberIds: told?.memberIds ?? [],
      unconfirmed: missing,
    });
    if (!(await deliverables.advance(caller.scope, deliverable, handedIn, event)))
      throw new AppError('STALE_REVISION');
    eventsWritten();
  }

  return {
    get,

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, FILE_MISSING, STALE_REVISION */
    async saveDraft(
      caller: Caller,
      key: DeliverableKey,
      content: { readonly text: RichText; readonly fileIds: readonly string[] },
      expectedRevision: number,
    ) {
      const found = await open(caller, key);
      const at = clock.now();
      const closed = whyNotWrite(found, at);
      if (closed) throw new AppError(closed);
      await files.require(caller.scope, key, content);
      const by = caller.member.id;
      const saving = { revision: expectedRevision, by, at };
      if (!(await deliverables.saveDraft(caller.scope, key, content, saving)))
        throw new AppError('STALE_REVISION');
      return { revision: expectedRevision + 1, savedAt: at.toISOString() };
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, SUBMISSION_EMPTY, STALE_REVISION */
    async handIn(caller: Caller, key: DeliverableKey, expectedRevision: number) {
      const found = await open(caller, key);
      const decision = decideHandIn(found, expectedRevision, caller.member.id, clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      await files.keep(caller.scope, key, decision.handedIn);
      await store(caller, key, found, decision.handedIn, 'deliverable.handedIn');
      return get(caller, key);
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, STALE_REVISION */
    async confirm(caller: Caller, key: DeliverableKey, version: number, objection: string | null) {
      const found = await open(caller, key);
      const decision = decideConfirm(found, version, objection, caller.member.id, clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      const type = objection === null ? 'deliverable.confirmed' : 'deliverable.objected';
      if (decision.type === 'accept') await store(caller, key, found, decision.handedIn, type);
      return get(caller, key);
    },

    /** @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, STALE_REVISION */
    async withdraw(caller: Caller, key: DeliverableKey, version: number) {
      const found = await open(caller, key);
      const decision = decideWithdraw(found, version, clock.now());
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      await store(caller, key, found, null, 'deliverable.withdrawn');
      return get(caller, key);
    },
  };
}
