import { DeliverableView, EarlierCopyView } from '../../contracts/group-deliverables.ts';
import { emptyRichText, type RichText } from '../../contracts/plain-text.ts';
import {
  GroupWorkSettingsView,
  type GroupWorkSettings,
  GroupWorkView,
  ProjectGroupView,
} from '../../contracts/group-work.ts';
import type { Deliverable, EarlierCopy, Standing } from './group-work.domain.ts';
import type { Section } from './sections.domain.ts';

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

/** People of a group by name, who has none first: the same order each time, whoever came when. */
export const membersOf = (memberIds: readonly string[], names: Names, forId: string) =>
  memberIds
    .map((memberId) => ({ memberId, name: names.get(memberId) ?? null, isOwn: memberId === forId }))
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '') || (a.memberId < b.memberId ? -1 : 1));

/** For staff. */
export const settingsView = (
  { id, revision, datesLedBy }: { id: string; revision: number; datesLedBy: 'roundtable' | 'lms' },
  settings: GroupWorkSettings,
  { hasWorks, outsideHosts, can }: Pick<GroupWorkSettingsView, 'hasWorks' | 'outsideHosts' | 'can'>,
): GroupWorkSettingsView =>
  GroupWorkSettingsView.parse({
    id,
    revision,
    settings,
    hasWorks,
    isLedByLms: datesLedBy === 'lms',
    outsideHosts,
    can,
  });

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
    members: membersOf(memberIds, names, forId),
    milestones: standings.map(({ dueAt, closesAt, handedInAt, ...rest }) => ({
      ...rest,
      dueAt: dueAt.toISOString(),
      closesAt: closesAt.toISOString(),
      handedInAt: handedInAt?.toISOString() ?? null,
    })),
  });

/** @param discussionId where the project's groups discuss, if it is there */
export const groupWorkView = (
  {
    id,
    state,
    discussionId,
  }: Pick<GroupWorkView, 'id' | 'state'> & Pick<GroupWorkView['team'], 'discussionId'>,
  { title, brief, handIn, milestones, team }: GroupWorkSettings,
  groups: readonly ProjectGroupView[],
  left: GroupWorkView['left'],
  can: GroupWorkView['can'],
): GroupWorkView =>
  GroupWorkView.parse({
    id,
    title,
    brief,
    state,
    handIn,
    milestones,
    team: {
      charter: team.charter !== null,
      roles: team.roles !== null,
      retrospective: team.retrospective !== null,
      dynamics: team.dynamics,
      discussionId,
      places: team.board !== null || team.videoRoom !== null,
      scenarios: team.scenarios !== null,
      materials: team.jigsaw !== null && team.roles !== null,
      looksBack: team.retrospective !== null && (!can.listGroups || team.retrospective.staffLookOn),
    },
    groups,
    left,
    can,
  });

const fileView = ({ id, name, size, type }: File) => ({ id, name, size, type: type ?? '' });

const filesIn = (files: ReadonlyMap<string, File>, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const file = files.get(id);
    return file ? [fileView(file)] : [];
  });

/** What a group has written in a section so far. */
interface Written {
  readonly sectionId: string;
  readonly text: RichText;
  readonly revision: number;
  readonly savedBy: string;
  readonly savedAt: Date;
}

interface Seen {
  readonly activityId: string;
  readonly settings: GroupWorkSettings;
  readonly group: Omit<Group, 'memberIds'>;
  readonly milestone: GroupWorkSettings['milestones'][number];
  readonly standing: Standing;
  readonly deliverable: Deliverable;
  readonly sections: readonly Section[];
  readonly written: readonly Written[];
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
  readonly hasLeft: boolean;
  /** Whether the caller sees what the group is writing. */
  readonly isWriter: boolean;
  readonly can: DeliverableView['can'];
}

/** What a group writes and has handed in; who is told of by name and not by id. */
export function deliverableView(seen: Seen): DeliverableView {
  const { activityId, settings, group, milestone, standing, deliverable, files, forId } = seen;
  const { draft, revision, savedBy, savedAt, handedIn } = deliverable;
  const named = (id: string) => ({ name: seen.names.get(id) ?? null, isOwn: id === forId });
  const filesOf = (ids: readonly string[]) => filesIn(files, ids);
  return DeliverableView.parse({
    activityId,
    title: settings.title,
    handIn: settings.handIn,
    hasScenario: settings.team.scenarios !== null,
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
          sections: seen.sections.map((section) => {
            const own = seen.written.find(({ sectionId }) => sectionId === section.id);
            return {
              ...section,
              text: own?.text ?? emptyRichText(),
              revision: own?.revision ?? 0,
              savedAt: own?.savedAt.toISOString() ?? null,
              savedBy: own ? named(own.savedBy) : null,
            };
          }),
        }
      : null,
    handedIn: handedIn && {
      version: handedIn.version,
      at: handedIn.at.toISOString(),
      by: named(handedIn.by),
      text: handedIn.text,
      files: filesOf(handedIn.fileIds),
      pages: handedIn.pages ?? [],
      sections: handedIn.sections ?? [],
      daysLate: standing.daysLate,
      members: handedIn.memberIds.map((id) => ({
        ...named(id),
        confirmedAt: handedIn.confirmations.find(({ memberId }) => memberId === id)?.at.toISOString() ?? null,
        objection: handedIn.objections.find(({ memberId }) => memberId === id)?.text ?? null,
      })),
    },
    hasLeft: seen.hasLeft,
    earlier: seen.earlier.map(({ version, at, by, wasWithdrawn }) => ({
      version,
      at: at.toISOString(),
      by: named(by),
      wasWithdrawn,
    })),
    can: seen.can,
  });
}

/** For the group's members, who had a part in it, and staff. */
export const earlierCopyView = (
  { version, at, by, text, fileIds, pages, sections, wasWithdrawn }: EarlierCopy,
  files: ReadonlyMap<string, File>,
  names: Names,
  forId: string,
): EarlierCopyView =>
  EarlierCopyView.parse({
    version,
    at: at.toISOString(),
    by: { name: names.get(by) ?? null, isOwn: by === forId },
    text,
    files: filesIn(files, fileIds),
    // Null in copies from before there were pages.
    pages: pages ?? [],
    sections: sections ?? [],
    wasWithdrawn,
  });
