import { z } from 'zod';
import { AttachedFileView } from './files.ts';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { ROUNDS_MAX } from './limits.ts';
import { TeamResults } from './questionnaire-team.ts';
import { Answers, Item, Params, Points, State, Visibility } from './questionnaire-items.ts';

const People = z.array(z.object({ id: Id, name: z.string().nullable() }));
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
  /** Where there is a key: what it brings, and how many of those who were asked had it all. */
  score: z.object({ possible: z.number(), mean: z.number(), asked: z.int(), right: z.int() }).nullable(),
});

export const ResultsView = z.object({
  title: z.string(),
  visibility: Visibility,
  state: State,
  /** The versions that were answered, and the present one. */
  versions: z.array(z.object({ version: z.int(), answers: z.int() })),
  version: z.int(),
  /** The rounds that have opened, with their answers; one where nothing is repeated. */
  rounds: z.array(z.object({ round: z.int(), opensAt: Timestamp.nullable(), answers: z.int() })),
  round: z.int(),
  items: z.array(Item),
  /** Those whom rows of the tallies are, where rows are people. */
  people: People,
  /** Answers of this version and round; of a check one per person. */
  answers: z.int(),
  /** Those among them that the tallies count; null: too few to be shown. */
  counted: z.int().nullable(),
  tallies: z.array(Tally),
  /** Of a check: each person's share of the points in percent, and their mean; of the attempt that stands. */
  /** How the means of scales and numbers, and of the scores, change from round to round; null where too few have answered. */
  trends: z.array(
    z.object({
      /** Null: the scores. */
      itemId: Id.nullable(),
      means: z.array(z.number().nullable()),
    }),
  ),
  scores: z.object({ percents: z.array(z.number()), mean: z.number().nullable() }).nullable(),
  /** Null: groups are not asked. */
  team: TeamResults.nullable(),
  can: z.object({ readNamed: z.boolean(), edit: z.boolean() }),
});
export type ResultsView = z.output<typeof ResultsView>;

const OfVersion = z.object({ version: z.coerce.number().int().min(1).optional() });
const OfRound = OfVersion.extend({ round: z.coerce.number().int().min(1).max(ROUNDS_MAX).optional() });
export const GetResults = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/results',
  permission: 'questionnaire.read',
  summary: 'Counts per item of one version and round, of all answers or of those who chose an option',
  params: Params,
  query: OfRound.extend({ itemId: Id.optional(), optionId: Id.optional() }),
  response: ResultsView,
} satisfies Endpoint;

const NamedAnswer = z.object({
  memberId: Id,
  name: z.string().nullable(),
  submittedAt: Timestamp,
  answers: Answers,
  round: z.int(),
  attempt: z.int(),
  /** Of a check. */
  score: Points.nullable(),
  /** What the group that they were in has answered, and what that makes together, in percent. */
  team: z
    .object({ group: z.string().nullable(), score: Points.nullable(), percent: z.number().nullable() })
    .nullable(),
});

export const ListAnswers = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/answers',
  permission: 'questionnaire.read',
  summary: 'Who said what, where the questionnaire is not anonymous',
  params: Params,
  query: Page.extend(OfVersion.shape),
  response: z.object({
    items: z.array(NamedAnswer),
    /** Those whom answers are about, where rows are people. */
    people: People,
    /** Those that answers are. */
    files: z.array(AttachedFileView),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

export const ExportAnswers = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/export',
  permission: 'questionnaire.read',
  summary:
    'The answers of one version as the text of a file, with headings in a locale’s language; of an anonymous questionnaire the counts',
  params: Params,
  query: OfVersion.extend({ locale: z.string().max(35).optional() }),
  response: z.object({ csv: z.string() }),
} satisfies Endpoint;
