/** What the items of a questionnaire and the answers to them look like from outside; `questionnaire-rules.ts` says which fit. */
import { z } from 'zod';
import { isZone } from '../core/zoned-time.ts';
import { Id, Timestamp } from './endpoint.ts';
import {
  ANSWER_TEXT_MAX,
  ITEM_OPTIONS_MAX,
  ITEM_TEXT_MAX,
  KEY_POINTS_MAX,
  OPTION_TEXT_MAX,
  QUESTION_TAG_MAX,
  QUESTIONNAIRE_DRAWS_MAX,
  QUESTIONNAIRE_ITEMS_MAX,
  ROUND_DAYS_MAX,
  ROUNDS_MAX,
  SCALE_FROM_MIN,
  SCALE_TO_MAX,
} from './limits.ts';
import { findItemFaults, type Item as ItemOfRules } from './questionnaire-rules.ts';

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
const worth = {
  points: z.number().positive().max(KEY_POINTS_MAX),
  feedback: z.string().max(ITEM_TEXT_MAX),
};
const ChoiceKey = z.object({
  ...worth,
  right: z.array(Id).max(ITEM_OPTIONS_MAX),
  optionFeedback: z.record(Id, z.string().max(ITEM_TEXT_MAX)),
});
const NumberKey = z.object({ ...worth, right: z.number().nullable(), tolerance: z.number().min(0) });

const Choice = z.object({ kind: z.enum(['oneChoice', 'manyChoice']), ...common, options: Options });
const Amount = z.object({
  kind: z.literal('number'),
  ...common,
  min: z.number().nullable(),
  max: z.number().nullable(),
});
const GroupRows = z.object({ setId: Id, self: z.boolean() });
const Matrix = z.object({
  kind: z.literal('matrix'),
  ...common,
  rows: Options,
  columns: Options,
  /** The rows are the people of one's own group of a set; `rows` is empty then. */
  groupRows: GroupRows.optional(),
});
/** One text, or one to each person of one's own group. */
const Text = z.object({ kind: z.literal('text'), ...common, groupRows: GroupRows.optional() });
/** With the people of a group, some of whom may have no name. */
const People = z.array(
  z.object({
    id: Id,
    text: z.string(),
    group: z.string().nullable().optional(),
    until: Timestamp.optional(),
  }),
);
const groups = z.array(z.object({ name: z.string().nullable() })).optional();
const AskedMatrix = Matrix.extend({ rows: People, groups });
const AskedText = Text.extend({ rows: People.optional(), groups });
const keyless = [
  z.object({
    kind: z.literal('scale'),
    ...common,
    from: point,
    to: point,
    fromText: z.string().max(OPTION_TEXT_MAX),
    toText: z.string().max(OPTION_TEXT_MAX),
  }),
  z.object({ kind: z.literal('date'), ...common }),
  z.object({ kind: z.literal('file'), ...common }),
] as const;

/** An item with its key, for those who made it. */
export const Item = z.discriminatedUnion('kind', [
  Choice.extend({ key: ChoiceKey.optional() }),
  Amount.extend({ key: NumberKey.optional() }),
  Matrix.refine(({ groupRows, rows }) => groupRows === undefined || rows.length === 0, {
    path: ['rows'],
    error: 'the rows are people',
  }),
  Text,
  ...keyless,
]) satisfies z.ZodType<ItemOfRules>;

/** An item as who answers it gets it: a key has no place in it. */
export const AskedItem = z.discriminatedUnion('kind', [Choice, Amount, AskedMatrix, AskedText, ...keyless]);

export const Items = z
  .array(Item)
  .max(QUESTIONNAIRE_ITEMS_MAX)
  .refine((items) => findItemFaults(items).size === 0, 'an item does not fit');

/** What questions of the bank are about. */
export const Tag = z.string().trim().min(1).max(QUESTION_TAG_MAX);

export const Draws = z
  .array(z.object({ id: Id, tag: Tag, count: z.int().min(1).max(QUESTIONNAIRE_ITEMS_MAX) }))
  .max(QUESTIONNAIRE_DRAWS_MAX);

const rhythm = {
  /** For how many days each round is open, at most until the next one. */
  openDays: z.int().min(1).max(ROUND_DAYS_MAX),
  /** Rounds open at the same time of day there, also over a change of the clocks. */
  zone: z.string().max(100).refine(isZone, { error: 'must be a time zone such as Europe/Berlin' }),
};

/** When a questionnaire opens again: each week, or 30, 90 and 180 days after it first opened. */
export const Repeat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), times: z.int().min(2).max(ROUNDS_MAX), ...rhythm }),
  z.object({ kind: z.literal('spaced'), ...rhythm }),
]);
export type Repeat = z.output<typeof Repeat>;

export const AnswerValue = z.union([
  z.string().max(ANSWER_TEXT_MAX),
  z.number(),
  z.array(Id).max(ITEM_OPTIONS_MAX),
  /** A column, or a text, by row. */
  z.record(Id, z.string().max(ANSWER_TEXT_MAX)),
]);
export const Answers = z.record(Id, AnswerValue);

/**
 * Who learns who said what: staff (`identified`), staff and nobody else (`confidential`), or nobody (`anonymous`: results
 * from five answers on).
 */
export const Visibility = z.enum(['identified', 'confidential', 'anonymous']);

export const State = z.enum(['draft', 'open', 'closed']);
export const Points = z.object({ points: z.number(), possible: z.number() });
/** One questionnaire. */
export const Params = z.object({ questionnaireId: Id });
