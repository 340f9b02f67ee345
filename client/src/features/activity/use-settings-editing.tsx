import { type ReactNode, useState } from 'react';
import { ApiError } from '../../app/api-client.ts';
import { SettingsConflict } from './components/SettingsConflict.tsx';

interface Stored<Settings> {
  readonly settings: Settings;
  readonly revision: number;
}

interface Saving<Settings> {
  readonly error: unknown;
  mutate(
    changed: { readonly settings: Settings; readonly expectedRevision: number },
    then: { readonly onSuccess: () => void; readonly onError: (failure: Error) => void },
  ): void;
}

interface EditingOptions<Settings, Saved extends Stored<Settings>> {
  readonly save: Saving<Settings>;
  /** Reads what is saved by now. */
  readonly load: () => Promise<Saved>;
  readonly onSaved: () => void;
  readonly onRefused?: () => void;
}

const isStale = (error: unknown): boolean => error instanceof ApiError && error.code === 'STALE_REVISION';

/**
 * Settings that somebody changes while others may: what they save meanwhile is not written over unasked.
 *
 * @param first what was saved when the page was opened
 * @returns what the form is filled from, what stores it, why that failed, and the question where others were faster
 */
export function useSettingsEditing<Settings, Saved extends Stored<Settings>>(
  first: Saved,
  { save, load, onSaved, onRefused }: EditingOptions<Settings, Saved>,
) {
  const [saved, setSaved] = useState(first);
  // What the next save has to have seen.
  const [revision, setRevision] = useState(first.revision);
  const [refused, setRefused] = useState<Settings | null>(null);
  const store = (settings: Settings, expectedRevision = revision): void =>
    save.mutate(
      { settings, expectedRevision },
      {
        onSuccess: onSaved,
        onError: (failure) => {
          onRefused?.();
          setRefused(isStale(failure) ? settings : null);
        },
      },
    );
  const conflict: ReactNode = refused !== null && (
    <SettingsConflict
      load={load}
      onLoad={(newest) => {
        setSaved(newest);
        setRevision(newest.revision);
        setRefused(null);
      }}
      onKeep={(newest) => {
        setRevision(newest.revision);
        setRefused(null);
        store(refused, newest.revision);
      }}
    />
  );
  return { saved, store, conflict, error: isStale(save.error) ? null : save.error };
}
