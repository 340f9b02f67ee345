/** What a request to each route looks like, for tests that walk them all. */
import { newId } from '../../server/src/core/ids.ts';
import { buildItem, buildQuestionnaire, idOf } from '../factories/questionnaire.ts';
import { buildSettings } from '../factories/roundtable.ts';

const CALENDAR = { startsOn: '2030-01-01', zone: 'UTC', holidays: [], freeWeekdays: [] };

/** What a request to a route looks like; a route that is missing here fails its row. */
export const bodiesOf = (activityId: string): Record<string, () => unknown> => ({
  'put /activities/:activityId/peer-review': () => ({ settings: buildSettings(), expectedRevision: 1 }),
  'post /activities/:activityId/peer-review/preview': () => ({ settings: buildSettings() }),
  'put /grade-slots/:columnId/:memberId/override': () => ({
    grade: { kind: 'excused' },
    lateWaived: false,
    reason: 'Ill.',
    expectedRevision: 0,
  }),
  'put /activities/:activityId/disputes/mine/:disputeId': () => ({
    target: { kind: 'grade', columnId: activityId },
    reason: 'It does not add up.',
  }),
  'post /activities/:activityId/disputes/:disputeId/take': () => ({ expectedRevision: 1 }),
  'put /activities/:activityId/disputes/:disputeId/answer': () => ({
    outcome: { state: 'upheld' },
    reason: 'So it is.',
    expectedRevision: 1,
  }),
  'put /activities/:activityId/disputes/settings': () => ({
    openDays: 14,
    answerDays: 7,
    expectedRevision: 0,
  }),
  'put /activities/:activityId/submission/draft': () => ({ text: 'x', expectedRevision: 0 }),
  'post /activities/:activityId/submission': () => ({ text: 'x', expectedVersion: 0, expectedRevision: 0 }),
  'put /activities/:activityId/reviews/:reviewId/draft': () => ({
    ratings: [],
    comment: '',
    expectedRevision: 0,
  }),
  'put /activities/:activityId/reviews/:reviewId': () => ({ ratings: [], comment: '', expectedRevision: 0 }),
  'post /activities/:activityId/timelines/:memberId/extension/preview': () => ({ until: {}, zone: 'UTC' }),
  'put /activities/:activityId/timelines/:memberId/extension': () => ({
    until: {},
    zone: 'UTC',
    reason: '',
    expectedRevision: 0,
  }),
  'post /activities/:activityId/group-extensions/:groupId/preview': () => ({ until: {}, zone: 'UTC' }),
  'put /activities/:activityId/group-extensions/:groupId': () => ({
    until: {},
    zone: 'UTC',
    reason: '',
    expectedRevision: 0,
  }),
  'post /members/:memberId/accommodation/preview': () => ({ percent: 0, days: 1, zone: 'UTC' }),
  'put /members/:memberId/accommodation': () => ({
    percent: 0,
    days: 1,
    zone: 'UTC',
    reason: '',
    expectedRevision: 0,
  }),
  'put /activities/:activityId/publication': () => ({ state: 'published' }),
  'put /templates/:templateId': () => ({
    activityId,
    name: 'Essay',
    description: '',
    startsOn: '2020-01-01',
    zone: 'UTC',
  }),
  'put /templates/:templateId/name': () => ({ name: 'Essay', description: '', expectedRevision: 1 }),
  'put /templates/:templateId/removed': () => ({ removed: false }),
  'post /activity-drafts/preview': () => ({
    source: { kind: 'activity', id: activityId },
    startsOn: '2030-01-01',
    zone: 'UTC',
  }),
  'put /activity-drafts/:activityId': () => ({
    source: { kind: 'activity', id: activityId },
    title: 'Copy',
    startsOn: '2030-01-01',
    zone: 'UTC',
  }),
  'put /journeys/:journeyId': () => ({
    name: 'Term',
    steps: [{ id: newId(), templateId: newId(), afterDays: 0 }],
    expectedRevision: 0,
  }),
  'put /journeys/:journeyId/removed': () => ({ removed: false }),
  'post /journeys/:journeyId/preview': () => ({ ...CALENDAR, afterDays: [0] }),
  'put /journeys/:journeyId/applications/:applicationId': () => ({ ...CALENDAR, afterDays: [0] }),
  'put /activities/:activityId/rehearsal': () => ({ names: ['A', 'B', 'C', 'D', 'E', 'F'] }),
  'post /activities/:activityId/rehearsal/session': () => ({ memberId: null }),
  'post /activities/:activityId/rehearsal/fill': () => ({ step: 'handIn', text: 'x' }),
  'put /members/:memberId/notes/:noteId': () => ({ text: 'x', expectedRevision: 0 }),
  'post /files': () => ({ id: newId(), item: { kind: 'nothing', id: newId() }, name: 'x', size: 1 }),
  'put /files/:fileId/chunks/:index': () => new Uint8Array(1),
  'post /files/links': () => ({ fileIds: [newId()] }),
  'put /resource-link/activity': () => ({ activityId }),
  'post /deep-linking/response': () => ({ activityIds: [] }),
  'put /notices/items/:noticeId': () => ({ unread: false }),
  'put /notices/read/:batchId': () => ({ upTo: new Date().toISOString() }),
  'put /notices/settings': () => ({
    frequency: 'atOnce',
    frequencyHere: null,
    quietHours: null,
    zone: 'Europe/Berlin',
  }),
  'put /notices/place': () => ({ zone: 'Europe/Berlin', locale: 'de' }),
  'put /activities/:activityId/reminders/:reminderId': () => ({ task: 'handIn' }),
  'post /group-sets': () => ({ id: newId(), name: 'Teams', copyOf: null }),
  'put /group-sets/:setId': () => ({ name: 'Teams', hasLeaders: false, signUp: null, expectedRevision: 1 }),
  'post /group-sets/:setId/delete': () => ({ expectedRevision: 1 }),
  'post /group-sets/:setId/groups': () => ({ names: ['Red'], cap: null, expectedRevision: 1 }),
  'put /group-sets/:setId/groups/:groupId': () => ({
    name: 'Red',
    topic: '',
    cap: null,
    leaderId: null,
    expectedRevision: 1,
  }),
  'post /group-sets/:setId/groups/:groupId/delete': () => ({ expectedRevision: 1 }),
  'post /group-sets/:setId/moves': () => ({
    moves: [{ memberId: newId(), groupId: null }],
    expectedRevision: 1,
  }),
  'post /group-sets/:setId/random/preview': () => ({
    into: { kind: 'size', size: 3 },
    nameOfNew: 'Team',
    seed: 1,
  }),
  'post /group-sets/:setId/random': () => ({
    into: { kind: 'size', size: 3 },
    nameOfNew: 'Team',
    seed: 1,
    expectedRevision: 1,
  }),
  'put /group-sets/:setId/mine': () => ({ groupId: null }),
  'post /groups/import/preview': () => ({ csv: 'Group,Name\nRed,\n' }),
  'post /groups/import': () => ({ csv: 'Group,Name\nRed,\n' }),
  'put /activities/:activityId/placement/submissions-close-at': () => ({ theirs: '2030-01-01T00:00:00Z' }),
  'put /questionnaires/:questionnaireId': () => ({
    settings: buildQuestionnaire(),
    expectedRevision: 0,
  }),
  'post /questionnaires/:questionnaireId/publish': () => ({ expectedRevision: 1 }),
  'post /questionnaires/:questionnaireId/copies': () => ({ id: newId(), title: 'Copy' }),
  'put /questionnaires/:questionnaireId/mine/draft': () => ({ answers: {}, expectedRevision: 0 }),
  'post /questionnaires/:questionnaireId/mine': () => ({
    version: 1,
    answers: { [idOf('one')]: idOf('No') },
  }),
  'put /question-bank/:bankItemId': () => ({
    item: buildItem('oneChoice'),
    tags: ['easy'],
    expectedRevision: 0,
  }),
  'put /activities/:activityId/marking/shares': () => ({
    kind: 'byHand',
    workIds: [newId()],
    memberId: null,
  }),
  'put /activities/:activityId/marking/works/:workId/draft': () => ({
    ratings: [],
    comment: '',
    expectedRevision: 0,
  }),
  'put /activities/:activityId/marking/works/:workId/mark': () => ({
    ratings: [],
    comment: '',
    reason: 'Marked.',
    expectedRevision: 0,
  }),
  'post /activities/:activityId/marking/works/:workId/undo': () => ({
    reason: 'Undone.',
    expectedRevision: 0,
  }),
  'post /activities/:activityId/marking/bulk/preview': () => ({
    act: { kind: 'zero' },
    hidden: false,
    workIds: [newId()],
  }),
  'put /activities/:activityId/marking/bulk/:bulkId': () => ({
    act: { kind: 'zero' },
    hidden: false,
    works: [{ workId: newId(), expectedRevision: 0 }],
    reason: 'Nothing handed in.',
  }),
  'post /activities/:activityId/marking/bulk/:bulkId/undo': () => ({ reason: 'Undone.' }),
  'put /activities/:activityId/marking/settings': () => ({
    share: { kind: 'none' },
    limit: { kind: 'percent', value: 10 },
    expectedRevision: 0,
  }),
  'put /marking/comments/:commentId': () => ({ text: 'Clear.', isShared: false }),
  'post /queue/acts': () => ({ id: 'lms/silence', act: { kind: 'done', done: true }, expectedRevision: 0 }),
  'post /session': () => ({ code: 'x'.repeat(43) }),
  'post /administration/session': () => ({ invitation: 'x'.repeat(43) }),
  'put /administration/platforms/:platformId': () => ({ name: 'School', acceptNewDeployments: false }),
  'post /administration/platforms/:platformId/deployments': () => ({ deploymentId: '1' }),
  'post /administration/invitations': () => ({ kind: 'platform', label: 'School', days: 7 }),
});

/** Queries that a route cannot do without. */
export const QUERIES: Record<string, string> = {
  'get /activities/:activityId/reminders': '?task=handIn',
  'get /files/unfinished': `?kind=nothing&itemId=${newId()}`,
};
