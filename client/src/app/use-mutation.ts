import {
  type DefaultError,
  // oxlint-disable-next-line no-restricted-imports
  useMutation as useObservedMutation,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';

/** What one call does once it is answered. */
interface Then<Data, Fault> {
  readonly onSuccess?: (data: Data) => unknown;
  readonly onError?: (error: Fault) => unknown;
  readonly onSettled?: () => unknown;
}

type Mutation<Result, Data, Fault, Input> = Result extends unknown
  ? Omit<Result, 'mutate'> & { readonly mutate: (input: Input, then?: Then<Data, Fault>) => void }
  : never;

/**
 * The library's `useMutation`, but what a call does once it is answered, it does also when the component that made it
 * has left the page by then. Live news and the list that is read anew remove a line before its own answer is there: the
 * message that it was done, and the way back, would be lost.
 */
export function useMutation<Data = unknown, Fault = DefaultError, Input = void, Kept = unknown>(
  options: UseMutationOptions<Data, Fault, Input, Kept>,
): Mutation<UseMutationResult<Data, Fault, Input, Kept>, Data, Fault, Input> {
  const mutation = useObservedMutation(options);
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (input: Input, { onSuccess, onError, onSettled }: Then<Data, Fault> = {}): void => {
      void mutateAsync(input)
        .then(onSuccess, onError ?? (() => undefined))
        .then(onSettled);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
