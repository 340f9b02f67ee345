import type { TabStorage } from './tab-storage.ts';

/** What somebody has written and the server does not have, with the revision it was written on top of. */
export interface KeptDraft<T> {
  readonly value: T;
  readonly revision: number;
}

/**
 * Keeps in the tab what could not be saved: after the session's end, a reload or a new launch it is there again. The
 * person is part of the name, so that nobody finds another's text.
 */
export interface DraftKeeper {
  read<T>(key: string): KeptDraft<T> | null;
  write<T>(key: string, draft: KeptDraft<T>): void;
  remove(key: string): void;
}

export function makeDraftKeeper(storage: TabStorage, memberId: string): DraftKeeper {
  const nameOf = (key: string): string => `draft.${memberId}.${key}`;
  return {
    read<T>(key: string): KeptDraft<T> | null {
      try {
        const kept = JSON.parse(storage.read(nameOf(key)) ?? 'null') as KeptDraft<T> | null;
        return kept !== null && typeof kept.revision === 'number' && 'value' in kept ? kept : null;
      } catch {
        return null;
      }
    },
    write: (key, draft) => storage.write(nameOf(key), JSON.stringify(draft)),
    remove: (key) => storage.remove(nameOf(key)),
  };
}
