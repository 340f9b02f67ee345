import type { DeliverableView } from '../../server/src/contracts/group-deliverables.ts';
import type { GroupMilestone, GroupWorkSettings } from '../../server/src/contracts/group-work.ts';
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
  ...overrides,
});

export const buildProject = (overrides: Partial<GroupWorkSettings> = {}): GroupWorkSettings => ({
  title: 'A bridge for our town',
  brief: richTextOf('Plan a bridge together.'),
  groupSetId: null,
  handIn: 'any',
  milestones: [buildMilestone(), buildMilestone({ n: 2, title: 'Report', dueAt: inDays(14), points: 30 })],
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
