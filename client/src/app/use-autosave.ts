import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError, isTemporary } from './api-client.ts';
import {
  type Autosave,
  type AutosaveOptions,
  type AutosaveState,
  makeAutosave,
  type SaveFailure,
} from './autosave.ts';
import { useApp } from './context.ts';

function classify(error: unknown): SaveFailure {
  if (error instanceof ApiError && error.code === 'STALE_REVISION') return 'stale';
  return isTemporary(error) ? 'temporary' : 'refused';
}

/**
 * The autosave behind one editor. What is not saved yet, or newer than what the page was loaded with, is found again
 * when one comes back to the page.
 *
 * @param key names what is written, such as `review:<id>`.
 */
export function useAutosave<T>(
  key: string,
  options: Omit<AutosaveOptions<T>, 'classify'>,
): { autosave: Autosave<T>; state: AutosaveState<T> } {
  const { drafts } = useApp();
  const [autosave] = useState(() => {
    const kept = drafts.get(key) as Autosave<T> | undefined;
    if (kept !== undefined && (isUnsaved(kept) || kept.revision() >= options.stored.revision)) return kept;
    const made = makeAutosave({ ...options, classify });
    drafts.set(key, made);
    return made;
  });
  useEffect(() => {
    const flush = () => autosave.flush();
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush();
    // The browser asks before it closes a page with text that is nowhere else.
    const warn = (event: BeforeUnloadEvent) => {
      flush();
      if (isUnsaved(autosave)) event.preventDefault();
    };
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', flush);
      flush();
    };
  }, [autosave]);
  return { autosave, state: useSyncExternalStore(autosave.subscribe, autosave.getState) };
}

const isUnsaved = <T>(autosave: Autosave<T>): boolean => autosave.getState().status !== 'saved';
