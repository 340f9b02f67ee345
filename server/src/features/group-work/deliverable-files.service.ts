import { fileIdsOf } from '../../contracts/plain-text.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { FileItemRules, Files, StoredFile } from '../files/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import { type Content, type DeliverableKey, whyNotWrite } from './group-work.domain.ts';

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

/** Files of groups: whoever is in the group adds and sees them; staff see what is handed in. */
export function createDeliverableFiles(
  access: AccessService,
  deliverables: Pick<DeliverableStore, 'find'>,
  files: Pick<Files, 'findReady' | 'keep'>,
  clock: Clock,
) {
  async function isInGroup(caller: Caller, itemId: string): Promise<boolean> {
    try {
      return (await access.deliverable(caller, keyOf(itemId))).isMember;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
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
      const items = [...new Set(all.map(({ item }) => item.id))];
      const inGroup = await Promise.all(items.map((id) => isInGroup(caller, id)));
      const own = new Set(items.filter((_, at) => inGroup[at]));
      return new Map(all.filter(({ item }) => own.has(item.id)).map(({ id }) => [id, 'whole'] as const));
    },
    async filesInUse(scope, itemId) {
      const found = await deliverables.find(scope, keyOf(itemId));
      return new Set(found ? filesIn(found.draft) : []);
    },
  };

  async function find(
    scope: CourseScope,
    key: DeliverableKey,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, StoredFile>> {
    const { kind, id: itemId } = itemOf(key);
    const found = await files.findReady(scope, ids);
    return new Map([...found].filter(([, { item }]) => item.kind === kind && item.id === itemId));
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

    /** From then on they stay. @throws AppError FILE_MISSING */
    keep: (scope: CourseScope, key: DeliverableKey, content: Content): Promise<void> =>
      files.keep(scope, itemOf(key), filesIn(content)),
  };
}
