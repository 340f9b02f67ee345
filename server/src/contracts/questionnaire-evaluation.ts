/** What members of groups say of each other in a questionnaire, as a whole. */
import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { ROUNDS_MAX } from './limits.ts';
import { Params } from './questionnaire-items.ts';

const Factor = z.number().nullable();
const Shrunken = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const Criteria = z.array(z.object({ id: Id, text: z.string() }));

/** What somebody should look at and ask; nothing follows from it by itself. */
export const EVALUATION_QUESTIONS = [
  'lessThanOthers',
  'betterThanOthersSay',
  'raiseEachOther',
  'atOdds',
] as const;

export const MemberEvaluation = z.object({
  title: z.string(),
  /** The rounds that were answered; one where nothing is repeated. */
  rounds: z.array(z.object({ round: z.int(), opensAt: Timestamp.nullable() })),
  round: z.int(),
  criteria: Criteria,
  /** Steps of the answers, from 1 for the first column on. */
  levels: z.int(),
  groups: z.array(
    z.object({
      id: Id,
      name: z.string().nullable(),
      people: z.array(
        z.object({
          id: Id,
          name: z.string().nullable(),
          /** When the person left the group; null: had not when the others answered. */
          until: Timestamp.nullable(),
          hasAnswered: z.boolean(),
          /** Others who have said something of this person. */
          raters: z.int(),
          /** Whether the person is shown nothing: it could be laid at one other's door. */
          isWithheld: z.boolean(),
          /** Means over the criteria: of what the others say, and of what the person says. */
          received: z.number().nullable(),
          own: z.number().nullable(),
          factors: z.object({
            shrunken: Shrunken,
            webpa: Factor,
            rpf: Factor,
            sapa: Factor,
            catme: Factor,
            teammates: Factor,
          }),
          questions: z.array(z.enum(EVALUATION_QUESTIONS)),
          /** What others wrote to this person, and whether the person is to read it. */
          comments: z.array(
            z.object({ key: z.string(), question: z.string(), text: z.string(), isShown: z.boolean() }),
          ),
        }),
      ),
    }),
  ),
  /** Since when each person sees their own result. */
  sharedAt: Timestamp.nullable(),
  can: z.object({ share: z.boolean(), takeBack: z.boolean(), check: z.boolean() }),
});
export type MemberEvaluation = z.output<typeof MemberEvaluation>;

export const GetMemberEvaluation = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/evaluation',
  permission: 'questionnaire.read',
  summary: 'What members of groups say of each other, as factors with their reasons',
  params: Params,
  query: z.object({ round: z.coerce.number().int().min(1).max(ROUNDS_MAX).optional() }),
  response: MemberEvaluation,
} satisfies Endpoint;

export const ShareMemberEvaluation = {
  method: 'put',
  path: '/questionnaires/:questionnaireId/evaluation/shared',
  permission: 'questionnaire.edit',
  summary: 'Shows each person their own result, or shows it no more',
  params: Params,
  body: z.object({ shared: z.boolean() }),
  response: MemberEvaluation,
} satisfies Endpoint;

export const CheckComment = {
  method: 'put',
  path: '/questionnaires/:questionnaireId/evaluation/comment',
  permission: 'questionnaire.edit',
  summary: 'Says whether what somebody wrote to a person is shown with the result, without who wrote it',
  params: Params,
  body: z.object({ key: z.string().max(110), shown: z.boolean() }),
  response: MemberEvaluation,
} satisfies Endpoint;

/** Of oneself: no rater, no other person and no comparison with one has room in it. */
export const OwnEvaluation = z.object({
  isShared: z.boolean(),
  levels: z.int(),
  /** One after the other, where one was asked about with the people of several; none unless it is shared. */
  groups: z.array(
    z.object({
      name: z.string().nullable(),
      /** Fewer than two others have said something, so it could be known who: then all that follows is empty. */
      isWithheld: z.boolean(),
      /** Means of what the others say. */
      criteria: z.array(
        z.object({ text: z.string(), received: z.number().nullable(), own: z.number().nullable() }),
      ),
      factor: Shrunken,
      /** What others wrote to one and staff have read before; by its text, and without who wrote it. */
      comments: z.array(z.object({ question: z.string(), text: z.string() })),
    }),
  ),
});
export type OwnEvaluation = z.output<typeof OwnEvaluation>;

export const GetOwnEvaluation = {
  method: 'get',
  path: '/questionnaires/:questionnaireId/mine/evaluation',
  permission: 'questionnaire.answer',
  summary: 'What the members of one’s groups say of one, as a whole',
  params: Params,
  response: OwnEvaluation,
} satisfies Endpoint;
