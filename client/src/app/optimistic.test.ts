import { afterEach, expect, test } from '@jest/globals';
import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { optimistic } from './optimistic.ts';

const KEY = ['overview'];
const client = new QueryClient();
afterEach(() => client.clear());

/** A command that waits until it is told how it ends. */
function begin() {
  client.setQueryData(KEY, { working: false, learners: 3 });
  let end: { succeed: () => void; fail: (error: Error) => void } | undefined;
  const outcome = new Promise<string>((resolve, reject) => {
    end = { succeed: () => resolve('done'), fail: reject };
  });
  const observer = new MutationObserver(
    client,
    optimistic<string, { working: boolean; learners: number }>({
      queryKey: KEY,
      mutationFn: () => outcome,
      expected: (before) => ({ ...before, working: true }),
    }),
  );
  const result = observer.mutate().catch((error: unknown) => error);
  return { result, end };
}

const shown = () => client.getQueryData(KEY);
const afterOnMutate = () => new Promise((resolve) => setTimeout(resolve));

test('what will be so is shown while the command is under way', async () => {
  const { result, end } = begin();
  await afterOnMutate();
  expect(shown()).toEqual({ working: true, learners: 3 });
  end?.succeed();
  expect(await result).toBe('done');
  expect(shown()).toEqual({ working: true, learners: 3 });
});

test('what was so is back when the command fails', async () => {
  const { result, end } = begin();
  await afterOnMutate();
  end?.fail(new Error('refused'));
  expect(await result).toEqual(new Error('refused'));
  expect(shown()).toEqual({ working: false, learners: 3 });
});

test('the server is asked again, whatever the outcome', async () => {
  const { result, end } = begin();
  await afterOnMutate();
  end?.fail(new Error('refused'));
  await result;
  expect(client.getQueryState(KEY)?.isInvalidated).toBe(true);
});
