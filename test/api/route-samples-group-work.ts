/** What a request to each route of group projects carries, for tests that walk them all. */
import { CHARTER_SECTIONS } from '../../server/src/contracts/team-limits.ts';
import { buildFactorChoice, buildProject } from '../factories/group-work.ts';
import { newId } from '../../server/src/core/ids.ts';

const charterTexts = Object.fromEntries(CHARTER_SECTIONS.map((section) => [section, 'x']));

export const GROUP_WORK_BODIES: Readonly<Record<string, () => object>> = {
  'post /group-work/:activityId/preview': () => ({ settings: buildProject() }),
  'put /group-work/:activityId': () => ({ settings: buildProject(), expectedRevision: 1 }),
  'post /group-work/:activityId/groups/:groupId/pages/:pageId/versions': () => ({ name: 'Draft' }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/versions/:n/name': () => ({ name: 'Draft' }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId': () => ({ title: 'Plan' }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId': () => ({
    passage: { from: 'AA', to: 'AB', quote: 'Plan' },
    text: 'Why?',
  }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/replies/:replyId': () => ({
    text: 'So.',
  }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/text': () => ({
    replyId: null,
    text: 'Why not?',
  }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/comments/:commentId/resolved': () => ({
    resolved: true,
  }),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/images/:fileId': () => ({}),
  'put /group-work/:activityId/groups/:groupId/pages/:pageId/deleted': () => ({ deleted: true }),
  'put /group-work/:activityId/groups/:groupId/milestones/:n/draft': () => ({
    text: 'x',
    fileIds: [],
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/groups/:groupId/milestones/:n/sections/:sectionId': () => ({
    text: 'x',
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/groups/:groupId/scenario': () => ({ scenarioId: null, expectedRevision: 0 }),
  'put /group-work/:activityId/presentations': () => ({
    booking: 'groups',
    criteria: [],
    peerReviewId: null,
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/presentations/slots/:slotId': () => ({
    startsAt: '2030-01-01T00:00:00.000Z',
    minutes: 10,
    place: 'Hall',
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/presentations/slots/:slotId/group': () => ({ groupId: null }),
  'put /group-work/:activityId/presentations/timer': () => ({ command: 'start', slotId: newId() }),
  'put /group-work/:activityId/presentations/slots/:slotId/questions/:questionId': () => ({ text: 'Why?' }),
  'put /group-work/:activityId/presentations/slots/:slotId/questions/:questionId/vote': () => ({
    voted: true,
  }),
  'put /group-work/:activityId/presentations/slots/:slotId/questions/:questionId/answered': () => ({
    answered: true,
  }),
  'put /group-work/:activityId/presentations/slots/:slotId/absent': () => ({ memberIds: [] }),
  'put /group-work/:activityId/presentations/slots/:slotId/rating': () => ({ ratings: [] }),
  'put /group-work/:activityId/plenaries/:n': () => ({ opensAt: null, expectedRevision: 0 }),
  'put /group-work/:activityId/groups/:groupId/milestones/:n/mark': () => ({
    ratings: [],
    points: 1,
    comment: 'Good.',
    adjustments: [],
    expectedRevision: 0,
  }),
  'post /group-work/:activityId/groups/:groupId/milestones/:n/mark/undo': () => ({
    reason: 'Undone.',
    expectedRevision: 0,
  }),
  'post /group-work/:activityId/factors': () => ({
    choice: buildFactorChoice(),
    seen: 'x',
    expectedRevision: 0,
  }),
  'post /group-work/:activityId/factors/taken-back': () => ({ expectedRevision: 1 }),
  'post /group-work/:activityId/groups/:groupId/milestones/:n/submission': () => ({ expectedRevision: 0 }),
  'put /group-work/:activityId/groups/:groupId/milestones/:n/submission/:version/confirmation': () => ({
    objection: null,
  }),
  'put /group-work/:activityId/groups/:groupId/contributions/:n/statement': () => ({
    text: 'x',
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/groups/:groupId/nudges/:nudgeId': () => ({ text: 'x', again: false }),
  'put /group-work/:activityId/groups/:groupId/charter/draft': () => ({
    texts: charterTexts,
    expectedRevision: 0,
  }),
  'post /group-work/:activityId/groups/:groupId/charter/versions': () => ({ expectedRevision: 1 }),
  'put /group-work/:activityId/groups/:groupId/dynamics/:n/answer': () => ({
    steps: { participation: 4, communication: 4, disagreement: 4, safety: 4 },
  }),
  'put /group-work/:activityId/groups/:groupId/retrospective/note': () => ({
    n: 1,
    texts: { well: 'x', notWell: '', next: '' },
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/groups/:groupId/actions/:actionId': () => ({
    n: 1,
    text: 'Ask.',
    ownerId: newId(),
    dueAt: '2030-01-01T00:00:00.000Z',
    state: 'open',
    expectedRevision: 0,
  }),
  'put /group-work/:activityId/groups/:groupId/lessons/:lessonId': () => ({ n: 1, title: 'x', text: 'x' }),
  'put /group-work/:activityId/lessons/:lessonId/decision': () => ({ state: 'published' }),
  'put /group-work/:activityId/groups/:groupId/roles/:roleId': () => ({
    n: 1,
    memberId: null,
    expectedRevision: 0,
  }),
};
