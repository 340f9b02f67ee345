import * as contract from '../../contracts/question-bank.ts';
import type { BankItem } from './question-bank.domain.ts';

/** For staff: the question with its key. */
export const bankItemView = (bankItem: BankItem): contract.BankItemView =>
  contract.BankItemView.parse(bankItem);

export const bankView = (
  items: readonly BankItem[],
  next: string | null,
  tags: { tag: string; count: number }[],
  mayEdit: boolean,
) => contract.ListBankItems.response.parse({ items, next, tags, can: { edit: mayEdit } });
