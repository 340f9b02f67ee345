import type { MutationOptions, QueryKey } from '@tanstack/react-query';

interface Optimistic<Answer, Cached> {
  /** The read that shows what the command changes. */
  readonly queryKey: QueryKey;
  readonly mutationFn: () => Promise<Answer>;
  /** What will be read once the command is done, as far as one can know it. */
  readonly expected: (before: Cached) => Cached;
}

/**
 * A command whose outcome is shown before the server has answered. When it fails, what was there before is shown again,
 * and the caller's mutation holds the error; either way the server is asked afterwards.
 */
export function optimistic<Answer, Cached>({
  queryKey,
  mutationFn,
  expected,
}: Optimistic<Answer, Cached>): MutationOptions<Answer, Error, void, { before: Cached | undefined }> {
  return {
    mutationFn,
    async onMutate(_input, { client }) {
      // An answer from before the command would undo what is shown.
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Cached>(queryKey);
      if (before !== undefined) client.setQueryData<Cached>(queryKey, expected(before));
      return { before };
    },
    onError(_error, _input, shown, { client }) {
      if (shown?.before !== undefined) client.setQueryData<Cached>(queryKey, shown.before);
    },
    onSettled: (_answer, _error, _input, _shown, { client }) => client.invalidateQueries({ queryKey }),
  };
}
