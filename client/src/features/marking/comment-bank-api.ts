import { useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../server/src/contracts/comment-bank.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type CommentBank = contract.CommentBankView;

const KEY = ['marking-comments'] as const;
const ONE = '/marking/comments/:commentId';

export function useCommentBank() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      api.call<typeof contract.ListBankComments>('get', '/marking/comments', {}, signal),
  });
}

/** Each change answers with the bank as it is then. */
function useBankMutation<Input>(mutationFn: (api: ApiClient, input: Input) => Promise<CommentBank>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input),
    onSuccess: (bank) => queries.setQueryData(KEY, bank),
  });
}

export const useAddComment = () =>
  useBankMutation((api, { id, text, isShared }: { id: string; text: string; isShared: boolean }) =>
    api.call<typeof contract.AddBankComment>('put', ONE, {
      params: { commentId: id },
      body: { text, isShared },
    }),
  );

export const useRemoveComment = () =>
  useBankMutation((api, id: string) =>
    api.call<typeof contract.RemoveBankComment>('delete', ONE, { params: { commentId: id } }),
  );
