import { emptyRichText, isBlank, type RichText } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
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
  type FrozenPage,
  type HandedIn,
  standingOf,
  unconfirmed,
  whyNotWrite,
} from './group-work.domain.ts';
import { deliverableView, earlierCopyView } from './group-work.views.ts';
import { sectionsOf } from './sections.domain.ts';
import type { SectionStore } from './sections.store.ts';

/** The texts of pages that are handed in at once: they are in one document with the draft. */
const HANDED_PAGES_BYTES_MAX = 500_000;

/** The pages that a group writes together. */
export interface PagesSource {
  /** As they are now, without those that are none of the group's. */
  freeze(
    scope: CourseScope,
    key: Pick<DeliverableKey, 'activityId' | 'groupId'>,
    pageIds: readonly string[],
  ): Promise<readonly FrozenPage[]>;
}

interface Ports {
  readonly pages: PagesSource;
  readonly access: AccessService;
  readonly deliverables: DeliverableStore;
  readonly sections: SectionStore;
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
  sections,
  files,
  pages,
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
    const { settings, milestone, group, isMember, ownCopies, dates } = found;
    const deliverable = ownCopies
      ? { ...found.deliverable, handedIn: ownCopies[0] ?? null, savedBy: null }
      : found.deliverable;
    const { handedIn, draft, savedBy } = deliverable;
    const earlier = ownCopies
      ? ownCopies.slice(1).filter(({ version }) => version !== handedIn?.version)
      : await deliverables.listEarlier(scope, key);
    const isWriter = isMember && !isStaff(member.role);
    const parts = sectionsOf(milestone, settings.team.roles);
    const written = isWriter && parts.length > 0 ? await sections.listOf(scope, key) : [];
    const writers = written.map((one) => one.savedBy);
    const people = [
      ...(handedIn?.memberIds ?? []),
      savedBy ?? [],
      ...earlier.map(({ by }) => by),
      ...writers,
    ].flat();
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
      sections: parts,
      written,
      earlier,
      files: ready,
      names: new Map(members.map(({ id, name }) => [id, name])),
      forId: member.id,
      hasLeft: ownCopies !== null,
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

  /** @throws AppError NOT_FOUND, PAGES_TOO_LONG */
  async function freeze(caller: Caller, key: DeliverableKey, pageIds: readonly string[]) {
    if (pageIds.length === 0) return [];
    const frozen = await pages.freeze(caller.scope, key, pageIds);
    if (frozen.length < new Set(pageIds).size) throw new AppError('NOT_FOUND', { kind: 'page' });
    if (Buffer.byteLength(JSON.stringify(frozen)) > HANDED_PAGES_BYTES_MAX)
      throw new AppError('PAGES_TOO_LONG');
    return frozen;
  }

  /** All sections as they are now; blank ones with them, so that what is missing is told. */
  async function freezeSections(caller: Caller, key: DeliverableKey, { milestone, settings }: Access) {
    const parts = sectionsOf(milestone, settings.team.roles);
    if (parts.length === 0) return [];
    const written = new Map(
      (await sections.listOf(caller.scope, key)).map(({ sectionId, text }) => [sectionId, text]),
    );
    return parts.map((part) => ({ ...part, text: written.get(part.id) ?? emptyRichText() }));
  }

  return {
    get,

    /** @throws AppError NOT_IN_GROUP, NOT_FOUND also for who had no part in it and has left */
    async getEarlier(caller: Caller, key: DeliverableKey, version: number) {
      const { scope, member } = caller;
      const { ownCopies } = await access.deliverable(caller, key);
      const copy = ownCopies
        ? ownCopies.find((one) => one.version === version)
        : await deliverables.findEarlier(scope, key, version);
      if (!copy) throw new AppError('NOT_FOUND', { kind: 'version' });
      const [members, ready] = await Promise.all([
        course.findMembers(scope, [copy.by]),
        files.find(scope, key, copy.fileIds),
      ]);
      return earlierCopyView(copy, ready, new Map(members.map(({ id, name }) => [id, name])), member.id);
    },

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

    /** @throws AppError NOT_IN_GROUP, NOT_FOUND, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, STALE_REVISION */
    async saveSection(
      caller: Caller,
      key: DeliverableKey,
      sectionId: string,
      text: RichText,
      expectedRevision: number,
    ) {
      const found = await open(caller, key);
      const savedAt = clock.now();
      const closed = whyNotWrite(found, savedAt);
      if (closed) throw new AppError(closed);
      if (!sectionsOf(found.milestone, found.settings.team.roles).some(({ id }) => id === sectionId))
        throw new AppError('NOT_FOUND', { kind: 'section' });
      const revision = expectedRevision + 1;
      const one = { sectionId, text, revision, savedBy: caller.member.id, savedAt };
      if (!(await sections.save(caller.scope, key, one))) throw new AppError('STALE_REVISION');
      return { revision, savedAt: savedAt.toISOString() };
    },

    /**
     * @param pageIds pages of the group that are handed in with it
     * @throws AppError NOT_IN_GROUP, ACTIVITY_CLOSED, SUBMISSIONS_CLOSED, SUBMISSION_EMPTY, SNAPSHOT_MISSING,
     *   STALE_REVISION, NOT_FOUND, PAGES_TOO_LONG
     */
    async handIn(
      caller: Caller,
      key: DeliverableKey,
      expectedRevision: number,
      pageIds: readonly string[] = [],
    ): ReturnType<typeof get> {
      const found = await open(caller, key);
      const [frozen, parts] = await Promise.all([
        freeze(caller, key, pageIds),
        freezeSections(caller, key, found),
      ]);
      const hasParts = parts.some(({ text }) => !isBlank(text));
      if (expectedRevision === 0 && (frozen.length > 0 || hasParts)) {
        // Pages or sections alone: there is no draft to freeze yet.
        const { revision } = await this.saveDraft(caller, key, { text: emptyRichText(), fileIds: [] }, 0);
        return this.handIn(caller, key, revision, pageIds);
      }
      const lacksSnapshot =
        found.milestone.snapshot && !(await files.hasSnapshot(caller.scope, key, found.deliverable.draft));
      const command = { expectedRevision, pages: frozen, sections: parts, lacksSnapshot };
      const decision = decideHandIn(found, command, caller.member.id, clock.now());
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
