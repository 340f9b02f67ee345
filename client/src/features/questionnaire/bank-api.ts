import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/question-bank.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type BankItem = z.output<typeof contract.BankItemView>;
type Content = Pick<BankItem, 'item' | 'tags'> & { readonly expectedRevision: number };

const root = ['question-bank'] as const;
const one = (id: string) => [...root, 'one', id] as const;

export interface BankFilter {
  readonly search: string;
  /** Null: all of them. */
  readonly tag: string | null;
}

export const EVERYTHING: BankFilter = { search: '', tag: null };

export function useBank({ search, tag }: BankFilter) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...root, 'list', search, tag],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListBankItems>(
        'get',
        '/question-bank',
        { query: { after: pageParam, search: search === '' ? undefined : search, tag: tag ?? undefined } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // What was found last stays while one types on.
    placeholderData: (previous) => previous,
  });
}

export function useBankItem(bankItemId: string) {
  const api = useApi();
  return useQuery({
    queryKey: one(bankItemId),
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetBankItem>(
        'get',
        '/question-bank/:bankItemId',
        { params: { bankItemId } },
        signal,
      ),
  });
}

export function useSaveBankItem(bankItemId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Content) =>
      api.call<typeof contract.SaveBankItem>('put', '/question-bank/:bankItemId', {
        params: { bankItemId },
        body,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: root }),
  });
}

export function useRemoveBankItem() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (bankItemId: string) =>
      api.call<typeof contract.RemoveBankItem>('delete', '/question-bank/:bankItemId', {
        params: { bankItemId },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: root }),
  });
}
