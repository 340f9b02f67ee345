import { z } from 'zod';
import { type Endpoint, Id, Page } from './endpoint.ts';
import { QUESTION_TAGS_MAX } from './limits.ts';
import { Item, Tag } from './questionnaire-items.ts';
import { findItemFaults } from './questionnaire-rules.ts';

/** A question that stands alone: it depends on no other. */
const BankItem = Item.refine((item) => findItemFaults([item]).size === 0, 'an item does not fit');
const Tags = z.array(Tag).max(QUESTION_TAGS_MAX);
const Params = z.object({ bankItemId: Id });

/** A question of the course's bank, with its key: for staff. */
export const BankItemView = z.object({
  id: Id,
  item: Item,
  tags: z.array(z.string()),
  revision: z.int(),
});
export type BankItemView = z.output<typeof BankItemView>;

export const ListBankItems = {
  method: 'get',
  path: '/question-bank',
  permission: 'questionnaire.read',
  summary: 'The questions that the course keeps, newest first; of a tag, and with some words',
  query: Page.extend({ search: z.string().trim().max(100).optional(), tag: Tag.optional() }),
  response: z.object({
    items: z.array(BankItemView),
    next: z.string().nullable(),
    /** Every tag, and how many questions have it. */
    tags: z.array(z.object({ tag: z.string(), count: z.int() })),
    can: z.object({ edit: z.boolean() }),
  }),
} satisfies Endpoint;

export const GetBankItem = {
  method: 'get',
  path: '/question-bank/:bankItemId',
  permission: 'questionnaire.read',
  summary: 'A question of the bank',
  params: Params,
  response: BankItemView,
} satisfies Endpoint;

export const SaveBankItem = {
  method: 'put',
  path: '/question-bank/:bankItemId',
  permission: 'questionnaire.edit',
  summary: 'Puts a question into the bank (revision 0) or changes it there; questionnaires keep theirs',
  params: Params,
  body: z.object({ item: BankItem, tags: Tags, expectedRevision: z.int().min(0) }),
  response: BankItemView,
} satisfies Endpoint;

export const RemoveBankItem = {
  method: 'delete',
  path: '/question-bank/:bankItemId',
  permission: 'questionnaire.edit',
  summary: 'Takes a question out of the bank; questionnaires keep theirs',
  params: Params,
  response: z.object({}),
} satisfies Endpoint;
