import { DeliverableView } from '../../contracts/group-deliverables.ts';
import {
  GroupWorkSettingsView,
  type GroupWorkSettings,
  GroupWorkView,
  ProjectGroupView,
} from '../../contracts/group-work.ts';
import type { Deliverable, Standing } from './group-work.domain.ts';

interface Group {
  readonly groupId: string;
  readonly name: string | null;
  readonly memberIds: readonly string[];
}
/** A file as the files feature has it. */
interface File {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string | null;
}
type Names = ReadonlyMap<string, string | null>;

/** For staff. */
export const settingsView = (
  { id, revision }: { id: string; revision: number },
  settings: GroupWorkSettings,
  hasWorks: boolean,
  can: GroupWorkSettingsView['can'],
): GroupWorkSettingsView => GroupWorkSettingsView.parse({ id, revision, settings, hasWorks, can });

/** How far a group is. @param forId the caller, who finds themselves among the members */
export const groupView = (
  { groupId, name, memberIds }: Group,
  standings: readonly Standing[],
  names: Names,
  forId: string,
): ProjectGroupView =>
  ProjectGroupView.parse({
    groupId,
    name,
    members: memberIds.map((memberId) => ({
      memberId,
      name: names.get(memberId) ?? null,
      isOwn: memberId === forId,
    })),
    milestones: standings.map(({ dueAt, closesAt, handedInAt, ...rest }) => ({
      ...rest,
      dueAt: dueAt.toISOString(),
      closesAt: closesAt.toISOString(),
      handedInAt: handedInAt?.toISOString() ?? null,
    })),
  });

export const groupWorkView = (
  { id, state }: Pick<GroupWorkView, 'id' | 'state'>,
  { title, brief, handIn, milestones }: GroupWorkSettings,
  groups: readonly ProjectGroupView[],
  can: GroupWorkView['can'],
): GroupWorkView => GroupWorkView.parse({ id, title, brief, state, handIn, milestones, groups, can });

const fileView = ({ id, name, size, type }: File) => ({ id, name, size, type: type ?? '' });

interface Seen {
  readonly activityId: string;
  readonly settings: GroupWorkSettings;
  readonly group: Omit<Group, 'memberIds'>;
  readonly milestone: GroupWorkSettings['milestones'][number];
  readonly standing: Standing;
  readonly deliverable: Deliverable;
  readonly earlier: readonly {
    readonly version: number;
    readonly at: Date;
    readonly by: string;
    readonly wasWithdrawn: boolean;
  }[];
  readonly files: ReadonlyMap<string, File>;
  readonly names: Names;
  /** The caller. */
  readonly forId: string;
  /** Whether the caller sees what the group is writing. */
  readonly isWriter: boolean;
  readonly can: DeliverableView['can'];
}

/** What a group writes and has handed in; who is told of by name and not by id. */
export function deliverableView(seen: Seen): DeliverableView {
  const { activityId, settings, group, milestone, standing, deliverable, files, forId } = seen;
  const { draft, revision, savedBy, savedAt, handedIn } = deliverable;
  const named = (id: string) => ({ name: seen.names.get(id) ?? null, isOwn: id === forId });
  const filesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const file = files.get(id);
      return file ? [fileView(file)] : [];
    });
  return DeliverableView.parse({
    activityId,
    title: settings.title,
    handIn: settings.handIn,
    group: { groupId: group.groupId, name: group.name },
    milestone,
    dueAt: standing.dueAt.toISOString(),
    closesAt: standing.closesAt.toISOString(),
    state: standing.state,
    draft: seen.isWriter
      ? {
          text: draft.text,
          files: filesOf(draft.fileIds),
          revision,
          savedAt: savedAt?.toISOString() ?? null,
          savedBy: savedBy === null ? null : named(savedBy),
        }
      : null,
    handedIn: handedIn && {
      version: handedIn.version,
      at: handedIn.at.toISOString(),
      by: named(handedIn.by),
      text: handedIn.text,
      files: filesOf(handedIn.fileIds),
      daysLate: standing.daysLate,
      members: handedIn.memberIds.map((id) => ({
        ...named(id),
        confirmedAt: handedIn.confirmations.find(({ memberId }) => memberId === id)?.at.toISOString() ?? null,
        objection: handedIn.objections.find(({ memberId }) => memberId === id)?.text ?? null,
      })),
    },
    earlier: seen.earlier.map(({ version, at, by, wasWithdrawn }) => ({
      version,
      at: at.toISOString(),
      by: named(by),
      wasWithdrawn,
    })),
    can: seen.can,
  });
}
