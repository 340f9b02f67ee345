/** What groups of a project have for working together, wired with what all of it needs. */
import type { DomainEvent } from './core/events.ts';
import { createGroupDates } from './group-dates.ts';
import { createContributions } from './features/contributions/index.ts';
import { createDecisionLogs } from './features/decision-log/index.ts';
import { createGroupStandings } from './features/group-standings/index.ts';
import { defineRoomTopic, type RoomPort } from './features/group-work/index.ts';
import { frameOrigins } from './contracts/outside-links.ts';
import type { Files } from './features/files/index.ts';
import { createGroupFiles } from './features/group-files/index.ts';
import { createGroupMeetings } from './features/meetings/index.ts';
import { createOutsidePlaces } from './features/outside-places/index.ts';
import { createTaskBoards } from './features/task-board/index.ts';
import { createRetrospectives } from './features/retrospectives/index.ts';
import { createPresentations } from './features/presentations/index.ts';
import { createScenarios } from './features/scenarios/index.ts';
import { createTeamDynamics } from './features/team-dynamics/index.ts';
import { createTeamCharters } from './features/team-charter/index.ts';
import { createTeamRoles } from './features/team-roles/index.ts';
import { createWorkspace } from './features/workspace/index.ts';
import { createCoWriting } from './platform/co-writing/index.ts';

type CoWritingPorts = Parameters<typeof createCoWriting>[1];
type WorkspacePorts = Parameters<typeof createWorkspace>[0];
type CharterPorts = Parameters<typeof createTeamCharters>[0];
type RetrospectivePorts = Parameters<typeof createRetrospectives>[0];
type FilePorts = Parameters<typeof createGroupFiles>[0];
type MeetingPorts = Parameters<typeof createGroupMeetings>[0];
type PlacePorts = Parameters<typeof createOutsidePlaces>[0];
type ScenarioPorts = Parameters<typeof createScenarios>[0];
type PresentationPorts = Parameters<typeof createPresentations>[0];
type DynamicsPorts = Parameters<typeof createTeamDynamics>[0];
type RolePorts = Parameters<typeof createTeamRoles>[0];
type ContributionPorts = Parameters<typeof createContributions>[0];
type StandingPorts = Parameters<typeof createGroupStandings>[0];
type TaskPorts = Parameters<typeof createTaskBoards>[0];

interface Ports
  extends
    Omit<CoWritingPorts, 'changes'>,
    Omit<WorkspacePorts, 'spaces' | 'copies' | 'written' | 'versions' | 'course' | 'files'>,
    Omit<CharterPorts, 'course' | 'rooms'>,
    Omit<RetrospectivePorts, 'course' | 'rooms'>,
    Pick<FilePorts, 'sharedFiles'>,
    Omit<PlacePorts, 'course' | 'rooms'>,
    Pick<StandingPorts, 'standings' | 'evaluations' | 'sections'>,
    Pick<ContributionPorts, 'handedWorks'>,
    Pick<PresentationPorts, 'activities'>,
    Omit<TaskPorts, 'rooms' | 'running' | 'findScope' | 'course'> {
  readonly live: { readonly changes: CoWritingPorts['changes'] } & Parameters<typeof defineRoomTopic>[0];
  readonly course: WorkspacePorts['course'] &
    TaskPorts['course'] & { readonly findScope: TaskPorts['findScope'] };
  readonly config: MeetingPorts['config'];
  /** Who may look into the room of a group, and who writes there. */
  readonly spaces: WorkspacePorts['spaces'] & RoomPort;
  readonly copies: WorkspacePorts['copies'];
  readonly files: WorkspacePorts['files'] & FilePorts['files'] & Pick<Files, 'useItems'>;
  readonly rooms: CharterPorts['rooms'] &
    ContributionPorts['rooms'] &
    StandingPorts['rooms'] &
    RetrospectivePorts['rooms'] &
    RolePorts['rooms'] &
    DynamicsPorts['rooms'] &
    PlacePorts['rooms'] &
    Parameters<typeof createGroupDates>[0] &
    ScenarioPorts['rooms'] &
    PresentationPorts['rooms'] &
    TaskPorts['running'];
  /** Plenaries show what groups handed in, and so its images. */
  readonly usePlenaries: (plenaries: Pick<ReturnType<typeof createScenarios>, 'openIn'>) => void;
  /** Who was not there when a group presented stands beside its mark. */
  readonly usePresentations: (
    presentations: Pick<ReturnType<typeof createPresentations>, 'findAbsent'>,
  ) => void;
  /** Pages are handed in with what a group delivers. */
  readonly usePages: (pages: Pick<ReturnType<typeof createWorkspace>, 'freeze'>) => void;
}

/** @param ports what projects say of their groups, beside what all features have */
export function createGroupRooms(ports: Ports) {
  const { spaces, rooms, live, course } = ports;
  const coWriting = createCoWriting(ports.connection, { ...ports, changes: live.changes });
  const workspace = createWorkspace({ ...ports, ...coWriting });
  ports.usePages(workspace);
  const charters = createTeamCharters(ports);
  const retrospectives = createRetrospectives(ports);
  const dynamics = createTeamDynamics(ports);
  const roles = createTeamRoles(ports);
  const places = createOutsidePlaces(ports);
  const scenarios = createScenarios(ports);
  ports.usePlenaries(scenarios);
  const presentations = createPresentations({ ...ports, findScope: course.findScope });
  ports.usePresentations(presentations);
  const inRooms = { ...ports, rooms: spaces, running: rooms, findScope: course.findScope };
  const taskBoards = createTaskBoards(inRooms);
  const decisions = createDecisionLogs(inRooms);
  const meetings = createGroupMeetings(inRooms);
  const files = createGroupFiles(inRooms);
  const fileRules = { ...workspace.fileRules, ...files.fileRules };
  for (const [kind, rules] of Object.entries(fileRules)) ports.files.useItems(kind, rules);
  const traces = [workspace, files, taskBoards, decisions, meetings].map((one) => one.traces);
  const contributions = createContributions({
    ...ports,
    ...workspace,
    traces: [workspace.commentTraces, taskBoards.traces, meetings.traces, files.traces],
  });
  const groupDates = createGroupDates(
    rooms,
    [meetings, retrospectives, taskBoards, presentations].map(({ listDates }) => listDates),
  );
  const standings = createGroupStandings({ ...ports, ...retrospectives, ...dynamics, ...taskBoards, traces });
  defineRoomTopic(live, spaces);
  return {
    /** Origins that pages may show boards of. */
    frameSources: frameOrigins(ports.config.outsideHosts),
    sockets: coWriting.openSockets(workspace.admit),
    /** What waits for learners and staff. */
    matterSources: [charters, retrospectives, dynamics, taskBoards, meetings, presentations].map(
      ({ matterSource }) => matterSource,
    ),
    noticeSources: [taskBoards.noticeSource, standings.noticeSource, presentations.noticeSource, groupDates],
    async consumer(events: readonly DomainEvent[]): Promise<void> {
      await taskBoards.consumer(events);
      await presentations.consumer(events);
    },
    routes: [
      [workspace, charters, retrospectives, dynamics, roles, places, scenarios, presentations],
      [taskBoards, decisions, meetings, files, contributions, standings],
    ].flatMap((some) => some.flatMap(({ routes }) => routes)),
  };
}
