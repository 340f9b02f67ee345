import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import {
  ANSWER_TEXT_MAX,
  ITEM_OPTIONS_MAX,
  ITEM_TEXT_MAX,
  OPTION_TEXT_MAX,
  QUESTIONNAIRE_INTRO_MAX,
  QUESTIONNAIRE_ITEMS_MAX,
  SCALE_FROM_MIN,
  SCALE_TO_MAX,
  TITLE_MAX,
} from './limits.ts';
import { findItemFaults, type Item } from './questionnaire-rules.ts';

const Option = z.object({ id: Id, text: z.string().min(1).max(OPTION_TEXT_MAX) });
const Options = z.array(Option).max(ITEM_OPTIONS_MAX);
const common = {
  id: Id,
  text: z.string().min(1).max(ITEM_TEXT_MAX),
  hint: z.string().max(ITEM_TEXT_MAX),
  required: z.boolean(),
  showIf: z.object({ itemId: Id, optionId: Id }).nullable(),
};
const point = z.int().min(SCALE_FROM_MIN).max(SCALE_TO_MAX);

const Item = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['oneChoice', 'manyChoice']), ...common, options: Options }),
  z.object({
    kind: z.literal('scale'),
    ...common,
    from: point,
    to: point,
    fromText: z.string().max(OPTION_TEXT_MAX),
    toText: z.string().max(OPTION_TEXT_MAX),
  }),
  z.object({ kind: z.literal('matrix'), ...common, rows: Options, columns: Options }),
  z.object({ kind: z.literal('text'), ...common }),
  z.object({ kind: z.literal('number'), ...common, min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ kind: z.literal('date'), ...common }),
]) satisfies z.ZodType<Item>;

const Items = z
  .array(Item)
  .max(QUESTIONNAIRE_ITEMS_MAX)
  .refine((items) => findItemFaults(items).size === 0, 'an item does not fit');

/**
 * Who learns who said what: staff (`identified`), staff and nobody else (`confidential`), or nobody (`anonymous`: results
 * from five answers on).
 */
const Visibility = z.enum(['identified', 'confidential', 'anonymous']);

const QuestionnaireSettings = z
  .object({
    title: z.string().trim().min(1).max(TITLE_MAX),
    intro: z.string().max(QUESTIONNAIRE_INTRO_MAX),
    visibility: Visibility,
    opensAt: Timestamp.nullable(),
    closesAt: Timestamp.nullable(),
    items: Items,
  })
  .refine(({ opensAt, closesAt }) => opensAt === null || closesAt === null || opensAt < closesAt, {
    path: ['closesAt'],
    error: 'must be after opensAt',
  });

const State = z.enum(['draft', 'open', 'closed']);
const AnswerValue = z.union([
  z.string().max(ANSWER_TEXT_MAX),
  z.number(),
  z.array(Id).max(ITEM_OPTIONS_MAX),
  z.record(Id, Id),
]);
const Answers = z.record(Id, AnswerValue);
const Params = z.object({ questionnaireId: Id });
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

/** A questionnaire as who answers it sees it; nothing of anybody else's answers. */
export const OwnQuestionnaireView = z.object({
  id: Id,
  title: z.string(),
  intro: z.string(),
  visibility: Visibility,
  closesAt: Timestamp.nullable(),
  version: z.int(),
  items: z.array(Item),
  status: OwnStatus,
  draft: z.object({ answers: Answers, revision: z.int(), savedAt: Timestamp.nullable() }),
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
  body: z.object({ answers: Answers, expectedRevision: Revision }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SubmitAnswers = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/mine',
  permission: 'questionnaire.answer',
  summary: 'Sends the answers, once; a repeated request changes nothing',
  params: Params,
  /** The version that was answered. */
  body: z.object({ version: z.int(), answers: Answers }),
  response: z.object({ status: z.literal('answered') }),
} satisfies Endpoint;

const Tally = z.object({
  itemId: Id,
  /** How many have answered the item; null where that must not be shown. */
  answered: z.int().nullable(),
  /** By option, point of a scale, day, or `row/column` of a matrix. */
  counts: z.array(z.object({ key: z.string(), count: z.int() })),
  /** Of scales and numbers. */
  mean: z.number().nullable(),
  numbers: z.array(z.number()),
  /** Some hundreds of them at most; the file has all. */
  texts: z.array(z.string()),
});

export const ResultsView = z.object({
  title: z.string(),
  visibility: Visibility,
  state: State,
  /** The versions that were answered, and the present one. */
  versions: z.array(z.object({ version: z.int(), answers: z.int() })),
  version: z.int(),
  items: z.array(Item),
  /** Answers of this version. */
  answers: z.int(),
  /** Those among them that the tallies count; null: too few to be shown. */
  counted: z.int().nullable(),
  tallies: z.array(Tally),
  can: z.object({ readNamed: z.boolean(), edit: z.boolean() }),
});
export type ResultsView = z.output<typeof ResultsView>;

const OfVersion = z.object({ version: z.coerce.number().int().min(1).optional() });
export const GetResults = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/results',
  permission: 'questionnaire.read',
  summary: 'Counts per item of one version, of all answers or of those who chose an option',
  params: Params,
  query: OfVersion.extend({ itemId: Id.optional(), optionId: Id.optional() }),
  response: ResultsView,
} satisfies Endpoint;

const NamedAnswer = z.object({
  memberId: Id,
  name: z.string().nullable(),
  submittedAt: Timestamp,
  answers: Answers,
});

export const ListAnswers = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/answers',
  permission: 'questionnaire.read',
  summary: 'Who said what, where the questionnaire is not anonymous',
  params: Params,
  query: Page.extend(OfVersion.shape),
  response: z.object({ items: z.array(NamedAnswer), next: z.string().nullable() }),
} satisfies Endpoint;

export const ExportAnswers = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/export',
  permission: 'questionnaire.read',
  summary: 'The answers of one version as the text of a file; of an anonymous questionnaire the counts',
  params: Params,
  query: OfVersion,
  response: z.object({ csv: z.string() }),
} satisfies Endpoint;
