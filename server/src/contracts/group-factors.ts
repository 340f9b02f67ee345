/** What the members of groups say of each other, as it changes what each gets of the group's grade (group-work.md item 6). */
import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { FACTOR_METHODS, FACTOR_RANGE } from './factor-methods.ts';
import { ROUNDS_MAX } from './limits.ts';

const OfProject = z.object({ activityId: Id });

/** Which ratings count, and how. */
export const FactorChoice = z.object({
  questionnaireId: Id,
  round: z.int().min(1).max(ROUNDS_MAX),
  method: z.enum(FACTOR_METHODS),
  /** Percent of what the group is given that the factor changes. */
  percent: z.int().min(1).max(100),
  /** No factor goes below or above. */
  min: z.number().min(FACTOR_RANGE.min).max(1),
  max: z.number().min(1).max(FACTOR_RANGE.max),
});
export type FactorChoice = z.output<typeof FactorChoice>;

/** For staff: what a choice does to each grade, before and after it is applied. */
export const ProjectFactorsView = z.object({
  title: z.string(),
  /** The points of the project. */
  maximum: z.number(),
  /** The questionnaires in which the people of these groups rate each other, the newest first. */
  evaluations: z.array(z.object({ id: Id, title: z.string() })),
  /** What is looked at; null: nobody is asked about these groups. */
  choice: FactorChoice.nullable(),
  rounds: z.array(z.object({ round: z.int(), opensAt: Timestamp.nullable() })),
  /** No more answers can come to what is looked at. */
  isOver: z.boolean(),
  /** Each member in each group whose work they have a part in. */
  people: z.array(
    z.object({
      groupId: Id,
      group: z.string().nullable(),
      memberId: Id,
      name: z.string().nullable(),
      /** Others who have said something of the person. */
      raters: z.int(),
      /** As it counts; null: none, so that the group's grade stays as it is. */
      factor: z.number().nullable(),
      /** Where the factor would lie with many more raters; null for methods that do not say. */
      range: z.object({ low: z.number(), high: z.number() }).nullable(),
      /** Why there is none: fewer than two others have rated the person, or nobody was asked about them in this group. */
      because: z.enum(['fewRaters', 'notAsked']).nullable(),
      /** It stays as it was applied before: one more answer alone would show the person what it says. */
      isKept: z.boolean(),
      /** Points of the project so far, without and with the factor; null: nothing is marked yet. */
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
  /** What counts in grades now; null: what groups are given, for all their members. */
  applied: z
    .object({
      choice: FactorChoice,
      title: z.string(),
      at: Timestamp,
      by: z.string().nullable(),
      /** Answers that came since; they change nothing until somebody applies again. */
      answersSince: z.int(),
      /** Taking back leads to what was applied before, not to none. */
      hasEarlier: z.boolean(),
    })
    .nullable(),
  revision: z.int(),
  /** Names the answers that this is made of. */
  seen: z.string(),
  can: z.object({ apply: z.boolean(), takeBack: z.boolean() }),
});
export type ProjectFactorsView = z.output<typeof ProjectFactorsView>;

const AT = '/group-work/:activityId/factors';

export const GetProjectFactors = {
  method: 'get',
  path: AT,
  permission: 'marking.mark',
  summary: 'What contributions would do to each grade of a project, and what they do',
  params: OfProject,
  query: z.object({
    questionnaireId: FactorChoice.shape.questionnaireId.optional(),
    round: z.coerce.number().int().min(1).max(ROUNDS_MAX).optional(),
    method: FactorChoice.shape.method.optional(),
    percent: z.coerce.number().int().min(1).max(100).optional(),
    min: z.coerce.number().min(FACTOR_RANGE.min).max(1).optional(),
    max: z.coerce.number().min(1).max(FACTOR_RANGE.max).optional(),
  }),
  response: ProjectFactorsView,
} satisfies Endpoint;

/** What is looked at; what is absent is as it is applied, or as it is proposed. */
export type FactorsWanted = z.output<typeof GetProjectFactors.query>;

export const ApplyProjectFactors = {
  method: 'post',
  path: AT,
  permission: 'grade.release',
  summary: 'Has contributions count in the grades of a project, as they are now; released grades follow',
  params: OfProject,
  body: z.object({
    choice: FactorChoice,
    /** Of what was looked at before. */
    seen: z.string().max(100),
    expectedRevision: z.int().min(0),
  }),
  response: ProjectFactorsView,
} satisfies Endpoint;

export const TakeBackProjectFactors = {
  method: 'post',
  path: `${AT}/taken-back`,
  permission: 'grade.release',
  summary: 'Goes back to what counted before contributions were applied last; released grades follow',
  params: OfProject,
  body: z.object({ expectedRevision: z.int().min(1) }),
  response: ProjectFactorsView,
} satisfies Endpoint;
