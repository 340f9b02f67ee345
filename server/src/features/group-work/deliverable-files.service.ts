import { fileIdsOf } from '../../contracts/plain-text.ts';
import { AppError, unlessRefused } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import { type FileItemRules, type Files, type StoredFile, wholeByItem } from '../files/index.ts';
import type { AccessService } from './access.service.ts';
import { GROUP_FILE, groupFileItem } from './group-file-item.domain.ts';
import type { ShownCopies } from './shown-copies.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { type Content, type DeliverableKey, isSnapshot, whyNotWrite } from './group-work.domain.ts';

/** What files belong to that a group attaches: `activityId-groupId-n`. */
const KIND = 'group-deliverable';
const ITEM = /^([0-9a-f]{32})-([0-9a-f]{32})-(\d{1,2})$/;

const itemOf = ({ activityId, groupId, n }: DeliverableKey) => ({
  kind: KIND,
  id: `${activityId}-${groupId}-${n}`,
});

/** @throws AppError NOT_FOUND */
function keyOf(itemId: string): DeliverableKey {
  const [, activityId, groupId, n] = ITEM.exec(itemId) ?? [];
  if (activityId === undefined || groupId === undefined)
    throw new AppError('NOT_FOUND', { kind: 'file item' });
  return { activityId, groupId, n: Number(n) };
}

/** Every file that a text shows or that is attached to it. */
const filesIn = ({ text, fileIds }: Content): string[] => [...new Set([...fileIds, ...fileIdsOf(text)])];

export type DeliverableFiles = ReturnType<typeof createDeliverableFiles>;

/** Files of groups: whoever is in the group adds and sees them; staff see what is handed in, and who has left what they had a part in. */
export function createDeliverableFiles(
  access: AccessService,
  deliverables: Pick<DeliverableStore, 'find' | 'listOfMembers' | 'keysOfEarlier' | 'listEarlierOf'>,
  files: Pick<Files, 'findReady' | 'keep'>,
  clock: Clock,
  shown: ShownCopies,
  course: Pick<CourseService, 'listObserved'>,
) {
  /** Which files of a group somebody may see: all, those of copies that they have a part in, or that a plenary shows. */
  async function seenBy(caller: Caller, itemId: string): Promise<(fileId: string) => boolean> {
    const key = keyOf(itemId);
    if (caller.can('observed.read')) {
      const isOwn = (await observedIn(caller, key.activityId, key.groupId)).some(({ n }) => n === key.n);
      const copy = isOwn ? (await deliverables.find(caller.scope, key))?.handedIn : null;
      const seen = new Set(copy ? filesIn(copy) : []);
      return (fileId) => seen.has(fileId);
    }
    const found = await unlessRefused(access.deliverable(caller, key));
    if (found?.isMember) return () => true;
    const copies = (await unlessRefused(shown.of(caller, key.activityId, key.groupId))) ?? [];
    const ids = new Set([...(found?.ownCopies?.flatMap(filesIn) ?? []), ...copies.flatMap(filesIn)]);
    return (fileId) => ids.has(fileId);
  }

  /** What stands handed in by a group with a part of learners whom somebody may observe right now. */
  async function observedIn({ scope, member }: Caller, activityId: string, groupId: string) {
    const learners = (await course.listObserved(scope, member.id)).map(({ id }) => id);
    const heads = await deliverables.listOfMembers(scope, activityId, learners);
    return heads.filter((head) => head.groupId === groupId);
  }

  const rules: FileItemRules = {
    async requireUpload(caller, itemId) {
      if (!caller.can('groupWork.write')) throw new AppError('FORBIDDEN', { permission: 'groupWork.write' });
      const found = await access.deliverable(caller, keyOf(itemId));
      if (!found.isMember) throw new AppError('NOT_IN_GROUP');
      const closed = whyNotWrite(found, clock.now());
      if (closed) throw new AppError(closed);
    },
    isAnonymous: () => Promise.resolve(false),
    async accessTo(caller, all) {
      if (caller.can('groupWork.overview'))
        return new Map(
          all.filter(({ keptSince }) => keptSince !== null).map(({ id }) => [id, 'whole'] as const),
        );
      return wholeByItem(all, (itemId) => seenBy(caller, itemId));
    },
    async filesInUse(scope, itemId) {
      const found = await deliverables.find(scope, keyOf(itemId));
      return new Set(found ? filesIn(found.draft) : []);
    },
  };

  /** Files of the group's own can be handed in too. */
  async function find(
    scope: CourseScope,
    key: DeliverableKey,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredFile>> {
    const items = [itemOf(key), groupFileItem(key)];
    const found = await files.findReady(scope, ids);
    return new Map(
      [...found].filter(([, { item }]) => items.some(({ kind, id }) => item.kind === kind && item.id === id)),
    );
  }

  return {
    rules: { [KIND]: rules },
    /** Those of some files that are the group's for this milestone. */
    find,

    /** @throws AppError FILE_MISSING when one is not there, or is for something else */
    async require(scope: CourseScope, key: DeliverableKey, content: Content): Promise<void> {
      const ids = filesIn(content);
      if ((await find(scope, key, ids)).size < ids.length) throw new AppError('FILE_MISSING');
    },

    /** Whether one of them shows a board as it was. */
    hasSnapshot: async (scope: CourseScope, key: DeliverableKey, content: Content): Promise<boolean> =>
      [...(await find(scope, key, filesIn(content))).values()].some(isSnapshot),

    /** From then on they stay. @throws AppError FILE_MISSING */
    async keep(scope: CourseScope, key: DeliverableKey, content: Content): Promise<void> {
      const ids = filesIn(content);
      const found = await find(scope, key, ids);
      if (found.size < ids.length) throw new AppError('FILE_MISSING');
      // Those of the group's own are kept since they are in its list.
      const attached = ids.filter((id) => found.get(id)?.item.kind !== GROUP_FILE);
      await files.keep(scope, itemOf(key), attached);
    },

    /** What is in copies of what a group handed in that somebody has a part in, observes, or is shown in a plenary. */
    async sharedWith(caller: Caller, activityId: string, groupId: string): Promise<Set<string>> {
      if (caller.can('observed.read')) {
        const own = await observedIn(caller, activityId, groupId);
        return new Set(own.flatMap(({ handedIn }) => handedIn?.fileIds ?? []));
      }
      const copies = (await unlessRefused(shown.of(caller, activityId, groupId))) ?? [];
      return new Set(copies.flatMap(({ fileIds }) => fileIds));
    },
  };
}
