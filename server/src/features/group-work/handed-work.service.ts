import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { Files } from '../files/index.ts';
import type { AccessService } from './access.service.ts';
import type { DeliverableStore } from './deliverables.store.ts';
import type { FrozenPage } from './group-work.domain.ts';
import type { GroupsPort } from './groups-port.service.ts';
import { groupDates, settingsOf } from './settings-of.service.ts';

/** What a group has at one milestone, by who made it. */
export interface HandedWork {
  readonly n: number;
  /** The project's own date, which no move of a member changes. */
  readonly dueAt: Date;
  /** When nothing can be handed in any more, by the group's timeline. */
  readonly closesAt: Date;
  readonly isOver: boolean;
  /** Who has a part in the copy that stands; null: there is none. */
  readonly copyOf: readonly string[] | null;
  /** Characters of each member on the pages that were handed in; null: nothing is handed in, or it was not noted then. */
  readonly written: ReadonlyMap<string, number> | null;
  /** The files of the copy, or of the draft where there is none, with who added them. */
  readonly files: readonly { readonly fileId: string; readonly ownerId: string }[];
}

interface Ports {
  readonly activities: Pick<ActivityService, 'changesLookup'>;
  readonly groups: Pick<GroupsPort, 'peopleOf'>;
  readonly access: AccessService;
  readonly deliverables: Pick<DeliverableStore, 'listWithWriters'>;
  readonly files: Pick<Files, 'findReady'>;
  readonly clock: Clock;
}

export type HandedWorks = ReturnType<typeof createHandedWorks>;

/** What was noted of who wrote the pages of a copy. */
function writtenIn(
  copy: { readonly pages?: readonly Pick<FrozenPage, 'written'>[] } | null,
): ReadonlyMap<string, number> | null {
  const pages = copy?.pages ?? [];
  if (copy === null || pages.some(({ written }) => written === undefined)) return null;
  const sums = new Map<string, number>();
  for (const { memberId, characters } of pages.flatMap(({ written = [] }) => written))
    sums.set(memberId, (sums.get(memberId) ?? 0) + characters);
  return sums;
}

const ownedIn = (owners: ReadonlyMap<string, string>, fileId: string) => {
  const ownerId = owners.get(fileId);
  return ownerId === undefined ? [] : [{ fileId, ownerId }];
};

/** Of what a group hands in, who made it: for what is said of contributions. */
export function createHandedWorks({ activities, groups, access, deliverables, files, clock }: Ports) {
  async function ownersOf(scope: CourseScope, ids: readonly string[]) {
    const found = await files.findReady(scope, ids);
    return new Map([...found].map(([id, { ownerId }]) => [id, ownerId]));
  }

  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN, NOT_IN_GROUP */
  return async (caller: Caller, activityId: string, groupId: string) => {
    const { scope } = caller;
    const [{ activity, group, canWrite }, lines] = await Promise.all([
      access.openGroup(caller, activityId, groupId),
      deliverables.listWithWriters(scope, activityId, groupId),
    ]);
    const fileIds = lines.flatMap(({ handedIn, draft }) => (handedIn ?? draft).fileIds);
    const [people, owners] = await Promise.all([
      groups.peopleOf(scope, [groupId], activityId, activities.changesLookup),
      fileIds.length === 0 ? new Map<string, string>() : ownersOf(scope, fileIds),
    ]);
    const changes = new Map(people.map((one) => [one.memberId, one.changes]));
    const names = new Map(people.map(({ memberId, name }) => [memberId, name]));
    const dates = groupDates(activity, changes, group.memberIds);
    const now = clock.now();
    const { title, milestones } = settingsOf(activity);
    const works = milestones.map(({ n, dueAt }): HandedWork => {
      const line = lines.find((one) => one.n === n);
      const copy = line?.handedIn ?? null;
      const closesAt = dates.get(n)?.closesAt;
      if (!closesAt) throw new AppError('NOT_FOUND', { kind: 'milestone' });
      return {
        n,
        dueAt: new Date(dueAt),
        closesAt,
        isOver: activity.state === 'closed' || now > closesAt,
        copyOf: copy?.memberIds ?? null,
        written: writtenIn(copy),
        files: (copy ?? line?.draft)?.fileIds.flatMap((fileId) => ownedIn(owners, fileId)) ?? [],
      };
    });
    return { title, milestones, group, names, canWrite, works };
  };
}
