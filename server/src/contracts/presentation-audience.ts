import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import * as limits from './presentation-limits.ts';
import { AudienceCriterion, PresentationSlotView } from './presentations.ts';

const AT = '/group-work/:activityId/presentations/slots/:slotId';
const OfSlot = z.object({ activityId: Id, slotId: Id });
const OfQuestion = OfSlot.extend({ questionId: Id });

const Ratings = z
  .array(
    z.object({
      criterionId: z.string().min(1).max(32),
      value: z.int().min(1).max(limits.AUDIENCE_SCALE.length),
    }),
  )
  .max(limits.AUDIENCE_CRITERIA_MAX);

/** One presentation for whoever listens, presents or leads. */
export const PresentationView = z.object({
  /** Of the project. */
  title: z.string(),
  slot: PresentationSlotView,
  /** What the audience judges by. */
  criteria: z.array(AudienceCriterion),
  /** Those that most want to hear answered first; answered ones last. */
  questions: z.array(
    z.object({
      questionId: Id,
      text: z.string(),
      votes: z.int(),
      hasVoted: z.boolean(),
      isOwn: z.boolean(),
      /** For staff; null for others. */
      by: z.string().nullable(),
      answeredAt: Timestamp.nullable(),
    }),
  ),
  /** What the caller has answered; null: nothing. */
  rating: Ratings.nullable(),
  /** For the group and for staff, once it is over: who said what has no place in it. */
  results: z
    .object({
      answers: z.int(),
      /** Null: so few have answered that one could tell who. */
      criteria: z.array(AudienceCriterion.extend({ values: z.array(z.int()) })).nullable(),
    })
    .nullable(),
  /** For staff: who is in the group. */
  presenters: z.array(z.object({ memberId: Id, name: z.string().nullable(), isAbsent: z.boolean() })),
  can: z.object({ ask: z.boolean(), rate: z.boolean(), lead: z.boolean() }),
});
export type PresentationView = z.output<typeof PresentationView>;

export const GetPresentation = {
  method: 'get',
  path: AT,
  permission: 'groupWork.read',
  summary: 'One presentation: questions with votes, the audience’s rubric and, afterwards, what came of it',
  params: OfSlot,
  response: PresentationView,
} satisfies Endpoint;

export const AskPresenters = {
  method: 'put',
  path: `${AT}/questions/:questionId`,
  permission: 'groupWork.present',
  summary: 'Asks the presenters something while they present; repeating the call changes nothing',
  params: OfQuestion,
  body: z.object({ text: z.string().trim().min(1).max(limits.QUESTION_MAX) }),
  response: PresentationView,
} satisfies Endpoint;

export const VoteForQuestion = {
  method: 'put',
  path: `${AT}/questions/:questionId/vote`,
  permission: 'groupWork.present',
  summary: 'Wants to hear a question answered, or not any more',
  params: OfQuestion,
  body: z.object({ voted: z.boolean() }),
  response: PresentationView,
} satisfies Endpoint;

export const MarkQuestionAnswered = {
  method: 'put',
  path: `${AT}/questions/:questionId/answered`,
  permission: 'groupWork.lead',
  summary: 'Notes that a question is answered, or is not',
  params: OfQuestion,
  body: z.object({ answered: z.boolean() }),
  response: PresentationView,
} satisfies Endpoint;

export const NoteAbsentPresenters = {
  method: 'put',
  path: `${AT}/absent`,
  permission: 'groupWork.lead',
  summary: 'Notes which presenters are not there',
  params: OfSlot,
  body: z.object({ memberIds: z.array(Id).max(limits.PRESENTERS_MAX) }),
  response: PresentationView,
} satisfies Endpoint;

export const RatePresentation = {
  method: 'put',
  path: `${AT}/rating`,
  permission: 'groupWork.write',
  summary: 'What one of the audience says of a presentation of another group, while it is on',
  params: OfSlot,
  body: z.object({ ratings: Ratings }),
  response: PresentationView,
} satisfies Endpoint;
