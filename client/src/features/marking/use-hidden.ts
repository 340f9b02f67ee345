import { useSearchParams } from 'react-router';

/** Whether the learner's name is hidden: a part of the address, so that it stays from work to work. */
export function useHidden() {
  const [search, setSearch] = useSearchParams();
  const isHidden = search.get('hidden') === '1';
  return {
    isHidden,
    /** What an address of marking ends in to keep it so. */
    suffix: isHidden ? '?hidden=1' : '',
    setHidden: (next: boolean) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (next) after.set('hidden', '1');
          else after.delete('hidden');
          return after;
        },
        { replace: true },
      ),
  };
}
