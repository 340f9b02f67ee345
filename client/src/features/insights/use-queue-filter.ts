import { useSearchParams } from 'react-router';
import { useSectionsWanted } from '../course/use-sections-wanted.ts';
import type { QueueFilter } from './api.ts';

const STATES = ['open', 'snoozed', 'done'] as const;
const WHO = ['all', 'mine', 'nobody'] as const;
export const KINDS = ['work', 'dispute', 'gradebook', 'people'] as const;

const oneOf = <T extends string>(choices: readonly T[], text: string | null): T | undefined =>
  choices.find((choice) => choice === text);

/** The queue's filters, kept in the address: a reload, and a link that one sends a colleague, show the same. */
export function useQueueFilter(): [
  QueueFilter,
  (change: Partial<Record<keyof QueueFilter, string>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const { wanted } = useSectionsWanted();
  const kind = oneOf(KINDS, search.get('kind'));
  const activity = search.get('activity');
  const filter: QueueFilter = {
    state: oneOf(STATES, search.get('state')) ?? 'open',
    who: oneOf(WHO, search.get('who')) ?? 'all',
    sections: wanted,
    ...(kind !== undefined && { kind }),
    ...(activity !== null && /^[0-9a-f]{32}$/.test(activity) && { activity }),
  };
  const change = (wanted: Partial<Record<keyof QueueFilter, string>>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(wanted)) {
          // What is shown anyway is left out of the address.
          if (value === 'all' || (name === 'state' && value === 'open')) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [filter, change];
}
