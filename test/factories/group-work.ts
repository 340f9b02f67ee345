import type { z } from 'zod';
import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { FactorChoice } from '../../server/src/contracts/group-factors.ts';
import type { GroupMilestone, GroupWorkSettings } from '../../server/src/contracts/group-work.ts';
import type { RecordDecision } from '../../server/src/contracts/decision-log.ts';
import type { PlanMeeting } from '../../server/src/contracts/meetings.ts';
import type { SaveTask } from '../../server/src/contracts/task-board.ts';
import type { CharterTexts } from '../../server/src/contracts/team-charter.ts';
import type { TeamRole } from '../../server/src/contracts/team-settings.ts';
import { richTextOf } from '../../server/src/contracts/plain-text.ts';
import { newId } from '../../server/src/core/ids.ts';
import type { ApiSession } from './browserless.ts';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

export const buildMilestone = (overrides: Partial<GroupMilestone> = {}): GroupMilestone => ({
  n: 1,
  title: 'Concept',
  deliverable: 'Two pages about what you will build.',
  dueAt: inDays(7),
  points: 20,
  late: { days: 0, percentPerDay: 0 },
  criteria: [],
  snapshot: false,
  sections: 'whole',
  ...overrides,
});

/** What a project asks of how its groups work together: in our words, or nothing of it. */
export const buildTeam = (overrides: Partial<GroupWorkSettings['team']> = {}): GroupWorkSettings['team'] => ({
  charter: null,
  retrospective: null,
  dynamics: false,
  roles: null,
  discussionId: null,
  board: null,
  videoRoom: null,
  jigsaw: null,
  scenarios: null,
  ...overrides,
});

/** A role that rotates, in our words. */
export const buildRole = (overrides: Partial<TeamRole> = {}): TeamRole => ({
  id: 'facilitator',
  kind: 'facilitator',
  name: '',
  description: '',
  rotates: true,
  ...overrides,
});

/** A charter that asks in our words, but for what is given. */
export const buildCharter = (prompts: Partial<CharterTexts> = {}) => ({
  prompts: {
    goals: '',
    norms: '',
    roles: '',
    meetings: '',
    decisions: '',
    disagreement: '',
    ...prompts,
  },
});

export const buildProject = (overrides: Partial<GroupWorkSettings> = {}): GroupWorkSettings => ({
  title: 'A bridge for our town',
  brief: richTextOf('Plan a bridge together.'),
  groupSetId: null,
  handIn: 'any',
  columns: 'total',
  team: buildTeam(),
  milestones: [buildMilestone(), buildMilestone({ n: 2, title: 'Report', dueAt: inDays(14), points: 30 })],
  ...overrides,
});

export const buildFactorChoice = (overrides: Partial<FactorChoice> = {}): FactorChoice => ({
  questionnaireId: newId(),
  round: 1,
  method: 'shrunken',
  percent: 50,
  min: 0.5,
  max: 1.5,
  ...overrides,
});

export const buildTask = (overrides: Partial<z.input<(typeof SaveTask)['body']>> = {}) => ({
  title: 'Draw a sketch',
  note: '',
  state: 'todo' as const,
  ownerIds: [],
  dueAt: null,
  milestone: null,
  expectedRevision: 0,
  ...overrides,
});

export const buildDecision = (overrides: Partial<z.input<(typeof RecordDecision)['body']>> = {}) => ({
  decision: 'An arch of stone',
  alternatives: 'Steel',
  why: 'It lasts.',
  decidedOn: '2027-03-01',
  isRevoked: false,
  presentIds: [],
  expectedVersion: 0,
  ...overrides,
});

export const buildMeeting = (overrides: Partial<z.input<(typeof PlanMeeting)['body']>> = {}) => ({
  title: 'First meeting',
  startsAt: inDays(1),
  minutes: 60,
  agenda: 'Who does what',
  link: '',
  expectedRevision: 0,
  ...overrides,
});

/** Sets a group project up. @returns its id */
export async function addProject(
  staff: ApiSession,
  overrides: Partial<GroupWorkSettings> = {},
  state: 'draft' | 'published' = 'published',
): Promise<string> {
  const activityId = newId();
  await staff.ok('PUT', `/group-work/${activityId}`, {
    settings: buildProject(overrides),
    expectedRevision: 0,
    state,
  });
  return activityId;
}

export const deliverablePath = (activityId: string, groupId: string, n = 1): string =>
  `/group-work/${activityId}/groups/${groupId}/milestones/${n}`;

/** Writes a draft over the one at a revision. @returns the new revision */
export async function draftText(who: ApiSession, path: string, text: string, expectedRevision = 0) {
  const body = { text, fileIds: [], expectedRevision };
  const { revision } = await who.ok<{ revision: number }>('PUT', `${path}/draft`, body);
  return revision;
}

/** Writes a text and hands it in. */
export async function handInText(who: ApiSession, path: string, text: string): Promise<DeliverableView> {
  const { draft } = await who.ok<DeliverableView>('GET', path);
  const expectedRevision = await draftText(who, path, text, draft?.revision ?? 0);
  return who.ok<DeliverableView>('POST', `${path}/submission`, { expectedRevision });
}
