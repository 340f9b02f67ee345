import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import {
  CHECK_ATTEMPTS_MAX,
  GRADE_POINTS_MAX,
  QUESTIONNAIRE_INTRO_MAX,
  ROUNDS_MAX,
  TITLE_MAX,
} from './limits.ts';
import { AttachedFileView } from './files.ts';
import {
  Answers,
  AnswerValue,
  AskedItem,
  Draws,
  Items,
  Params,
  Points,
  Repeat,
  State,
  Visibility,
} from './questionnaire-items.ts';
import { isAboutGroup, isKeyed } from './questionnaire-rules.ts';
import { findTeamFault } from './questionnaire-together.ts';

const CheckSettings = z.object({
  feedback: z.enum(['atOnce', 'afterClosing']),
  attempts: z.int().min(1).max(CHECK_ATTEMPTS_MAX),
  counts: z.enum(['best', 'last']),
});

const QuestionnaireSettings = z
  .object({
    title: z.string().trim().min(1).max(TITLE_MAX),
    intro: z.string().max(QUESTIONNAIRE_INTRO_MAX),
    visibility: Visibility,
    opensAt: Timestamp.nullable(),
    closesAt: Timestamp.nullable(),
    items: Items,
    /** How it is taken when items have keys. */
    check: CheckSettings.optional(),
    /** Come after the items; made of the bank as it is when the questionnaire is published or gets a new version. */
    draws: Draws.optional(),
    /** Opens again in rounds; each person answers once per round. */
    repeat: Repeat.optional(),
    /** The score becomes a gradebook column of so many points, as soon as learners may see it. */
    grade: z.object({ points: z.number().positive().max(GRADE_POINTS_MAX) }).optional(),
    /** Answered alone and then, by the groups of a set, together; the group's score counts so many percent. */
    team: z.object({ setId: Id, percent: z.int().min(0).max(100) }).optional(),
  })
  .refine((settings) => findTeamFault(settings) === null, {
    path: ['team'],
    error: 'a group answers the same questions as its people, who are known, once',
  })
  .refine(({ grade, visibility, repeat }) => !grade || (visibility === 'identified' && !repeat), {
    path: ['grade'],
    error: 'a grade needs names, and one score',
  })
  .refine(({ repeat, opensAt }) => repeat === undefined || opensAt !== null, {
    path: ['opensAt'],
    error: 'rounds need a beginning',
  })
  .refine(
    ({ visibility, items, draws = [] }) =>
      visibility !== 'anonymous' ||
      (draws.length === 0 &&
        !items.some((item) => isKeyed(item) || isAboutGroup(item) || item.kind === 'file')),
    {
      path: ['visibility'],
      error: 'whoever gets a score, or questions or rows of their own, or gives files, is known',
    },
  )
  .refine(({ opensAt, closesAt }) => opensAt === null || closesAt === null || opensAt < closesAt, {
    path: ['closesAt'],
    error: 'must be after opensAt',
  });

const Revision = z.int().min(0);

/** A questionnaire as staff see it. */
export const QuestionnaireView = z.object({
  id: Id,
  settings: QuestionnaireSettings,
  state: State,
  revision: z.int(),
  /** Of its items, after it was published; answers keep theirs. */
  version: z.int(),
  can: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    close: z.boolean(),
    changeVisibility: z.boolean(),
  }),
});
export type QuestionnaireView = z.output<typeof QuestionnaireView>;

const QuestionnaireRow = z.object({
  id: Id,
  title: z.string(),
  state: State,
  visibility: Visibility,
  opensAt: Timestamp.nullable(),
  closesAt: Timestamp.nullable(),
  items: z.int(),
  answers: z.int(),
});

export const ListQuestionnaires = {
  method: 'get',
  path: '/questionnaires',
  permission: 'questionnaire.read',
  summary: 'The questionnaires of the course, newest first',
  query: Page,
  response: z.object({
    items: z.array(QuestionnaireRow),
    next: z.string().nullable(),
    can: z.object({ create: z.boolean() }),
  }),
} satisfies Endpoint;

export const GetQuestionnaire = {
  method: 'get',
  path: '/questionnaires/:questionnaireId',
  permission: 'questionnaire.read',
  summary: 'A questionnaire with its items',
  params: Params,
  response: QuestionnaireView,
} satisfies Endpoint;

export const SaveQuestionnaire = {
  method: 'put',
  path: '/questionnaires/:questionnaireId',
  permission: 'questionnaire.edit',
  summary:
    'Makes a questionnaire (revision 0) or changes it; other items of a published one are a new version',
  params: Params,
  body: z.object({ settings: QuestionnaireSettings, expectedRevision: Revision }),
  response: QuestionnaireView,
} satisfies Endpoint;

export const PublishQuestionnaire = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/publish',
  permission: 'questionnaire.edit',
  summary: 'Opens a questionnaire to learners, from its opening date on',
  params: Params,
  body: z.object({ expectedRevision: Revision }),
  response: QuestionnaireView,
} satisfies Endpoint;

export const CloseQuestionnaire = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/close',
  permission: 'questionnaire.edit',
  summary: 'Takes no more answers',
  params: Params,
  response: QuestionnaireView,
} satisfies Endpoint;

export const CopyQuestionnaire = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/copies',
  permission: 'questionnaire.edit',
  summary: 'Makes a draft with the same items under the given id',
  params: Params,
  body: z.object({ id: Id, title: z.string().trim().min(1).max(TITLE_MAX) }),
  response: QuestionnaireView,
} satisfies Endpoint;

const OwnStatus = z.enum(['open', 'answered', 'closed']);
const OwnRow = z.object({
  id: Id,
  title: z.string(),
  closesAt: Timestamp.nullable(),
  status: OwnStatus,
  /** Something is saved that was not sent yet. */
  begun: z.boolean(),
});

export const ListOwnQuestionnaires = {
  method: 'get',
  path: '/own-questionnaires',
  permission: 'questionnaire.answer',
  summary: 'The questionnaires that one may answer or has answered, newest first',
  query: Page,
  response: z.object({ items: z.array(OwnRow), next: z.string().nullable() }),
} satisfies Endpoint;

/** What a learner has reached, and what is said to it; what was right only once no attempt is left. */
export const OwnScores = z.object({
  attempts: z.array(
    Points.extend({
      attempt: z.int(),
      submittedAt: Timestamp,
      /** This is the one that stands. */
      counts: z.boolean(),
    }),
  ),
  /** The questions of the last attempt. */
  items: z.array(
    z.object({
      item: AskedItem,
      answer: AnswerValue.nullable(),
      score: Points.extend({ mark: z.enum(['right', 'partly', 'wrong', 'blank']) }).nullable(),
      feedback: z.array(z.string()),
      right: z
        .object({ optionIds: z.array(Id), number: z.number().nullable(), tolerance: z.number() })
        .nullable(),
    }),
  ),
});

/** A questionnaire as who answers it sees it; nothing of anybody else's answers, and no key before one has answered. */
export const OwnQuestionnaireView = z.object({
  id: Id,
  title: z.string(),
  intro: z.string(),
  visibility: Visibility,
  closesAt: Timestamp.nullable(),
  version: z.int(),
  items: z.array(AskedItem),
  status: OwnStatus,
  /** Of those that have opened the last, from 1; and when the next one opens, where there is one. */
  round: z.int(),
  nextOpensAt: Timestamp.nullable(),
  /** Which attempt comes next; without a check there is one. */
  attempt: z.int(),
  check: CheckSettings.nullable(),
  /** It is answered as a group afterwards. */
  isForTeams: z.boolean(),
  /** Null: there are none, or they are not shown yet. */
  scores: OwnScores.nullable(),
  can: z.object({ answer: z.boolean() }),
  draft: z.object({
    answers: Answers,
    /** Those that the answers refer to. */
    files: z.array(AttachedFileView),
    revision: z.int(),
    savedAt: Timestamp.nullable(),
  }),
});
export type OwnQuestionnaireView = z.output<typeof OwnQuestionnaireView>;

export const GetOwnQuestionnaire = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/mine',
  permission: 'questionnaire.answer',
  summary: 'A questionnaire to answer, with the own draft',
  params: Params,
  response: OwnQuestionnaireView,
} satisfies Endpoint;

export const SaveAnswerDraft = {
  method: 'put',
  path: '/questionnaires/:questionnaireId/mine/draft',
  permission: 'questionnaire.answer',
  summary: 'Saves answers that are not sent yet',
  params: Params,
  body: z.object({
    round: z.int().min(1).max(ROUNDS_MAX).default(1),
    answers: Answers,
    expectedRevision: Revision,
  }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SubmitAnswers = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/mine',
  permission: 'questionnaire.answer',
  summary: 'Sends the answers, once per attempt; a repeated request changes nothing',
  params: Params,
  /** The version that was answered, and the round in which. */
  body: z.object({
    version: z.int(),
    round: z.int().min(1).max(ROUNDS_MAX).default(1),
    attempt: z.int().min(1).max(CHECK_ATTEMPTS_MAX).default(1),
    answers: Answers,
  }),
  response: z.object({ status: z.literal('answered') }),
} satisfies Endpoint;
