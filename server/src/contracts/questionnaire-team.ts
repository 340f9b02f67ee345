import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { OwnScores } from './questionnaire.ts';
import { Answers, AskedItem, Params } from './questionnaire-items.ts';

/** What the caller's group answers together; nothing of what its people have answered alone has a place in it. */
export const TeamView = z.object({
  /**
   * `noGroup`, `alone`: there is nobody to answer with. `ownFirst`: one's own answers come first. `sentBefore`: the group
   * has sent its answers before one came into it. `closed`: the group did not answer in time.
   */
  state: z.enum(['noGroup', 'alone', 'ownFirst', 'open', 'sent', 'sentBefore', 'closed']),
  group: z.object({ name: z.string().nullable(), people: z.int(), answered: z.int() }).nullable(),
  version: z.int(),
  /** Empty, as is the sheet, before one has answered alone. */
  items: z.array(AskedItem),
  sheet: z.object({
    answers: Answers,
    revision: z.int(),
    savedAt: Timestamp.nullable(),
    /** The name of whoever saved last, or sent it. */
    savedBy: z.string().nullable(),
  }),
  /** Percent that the group's score counts; the rest is one's own. */
  weight: z.int(),
  /** What the group has reached; null: nothing is scored, or not shown yet. */
  scores: OwnScores.nullable(),
  /** What counts for the caller, in percent; `team` null: one's own alone. */
  combined: z.object({ own: z.number(), team: z.number().nullable(), percent: z.number() }).nullable(),
  can: z.object({ answer: z.boolean() }),
});
export type TeamView = z.output<typeof TeamView>;

export const GetTeamSheet = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/team',
  permission: 'questionnaire.answer',
  summary: 'The sheet that the caller’s group answers together, after the own answers are in',
  params: Params,
  response: TeamView,
} satisfies Endpoint;

const Revision = z.int().min(0);

export const SaveTeamSheet = {
  method: 'put',
  path: '/questionnaires/:questionnaireId/team/draft',
  permission: 'questionnaire.answer',
  summary:
    'Saves what stands on the group’s sheet, unless somebody else of the group has changed it meanwhile',
  params: Params,
  body: z.object({ answers: Answers, expectedRevision: Revision }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SendTeamSheet = {
  method: 'post',
  path: '/questionnaires/:questionnaireId/team',
  permission: 'questionnaire.answer',
  summary: 'Sends the answers of the group, once; a repeated request changes nothing',
  params: Params,
  body: z.object({ version: z.int(), answers: Answers, expectedRevision: Revision }),
  response: z.object({ status: z.literal('sent') }),
} satisfies Endpoint;

/** How groups have done, beside their people alone. */
export const TeamResults = z.object({
  /** Groups that have sent their answers. */
  groups: z.int(),
  /** Each group's share of the points in percent, and their mean; empty where nothing is scored. */
  percents: z.array(z.number()),
  mean: z.number().nullable(),
  /** By item, in percent of the answers: of people alone and of groups. */
  items: z.array(
    z.object({
      itemId: Id,
      counts: z.array(z.object({ key: z.string(), own: z.number(), team: z.number() })),
    }),
  ),
});
