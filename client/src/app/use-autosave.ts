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
import type { DraftKeeper } from './kept-drafts.ts';

function classify(error: unknown): SaveFailure {
  if (error instanceof ApiError && error.code === 'STALE_REVISION') return 'stale';
  return isTemporary(error) ? 'temporary' : 'refused';
}

/**
 * The autosave behind one editor. What is not saved yet, or newer than what the page was loaded with, is found again
 * when one comes back to the page; what could not be saved, also after a reload or a new launch in this tab.
 *
 * @param key names what is written, such as `review:<id>`.
 */
export function useAutosave<T>(
  key: string,
  options: Omit<AutosaveOptions<T>, 'classify' | 'kept'>,
): { autosave: Autosave<T>; state: AutosaveState<T> } {
  const { drafts, keeper } = useApp();
  const [autosave] = useState(() => {
    const kept = drafts.get(key) as Autosave<T> | undefined;
    if (kept !== undefined && (isUnsaved(kept) || kept.revision() >= options.stored.revision)) return kept;
    const made = makeAutosave({ ...options, classify, kept: keeper.read<T>(key) });
    made.subscribe(() => keepInTab(made, keeper, key));
    drafts.set(key, made);
    return made;
  });
  useEffect(() => {
    const flush = () => autosave.flush();
    const flushAndKeep = () => {
      flush();
      // The answer to this save may never be seen.
      if (isUnsaved(autosave)) write(autosave, keeper, key);
    };
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flushAndKeep();
    // The browser asks before it closes a page with text that is nowhere else.
    const warn = (event: BeforeUnloadEvent) => {
      flushAndKeep();
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
  }, [autosave, keeper, key]);
  return { autosave, state: useSyncExternalStore(autosave.subscribe, autosave.getState) };
}

/** A save that fails leaves its text in the tab; one that succeeds takes it away. */
function keepInTab<T>(autosave: Autosave<T>, keeper: DraftKeeper, key: string): void {
  const { status } = autosave.getState();
  if (status === 'saved') keeper.remove(key);
  else if (status === 'temporary' || status === 'refused' || status === 'stale') write(autosave, keeper, key);
}

const write = <T>(autosave: Autosave<T>, keeper: DraftKeeper, key: string): void =>
  keeper.write(key, { value: autosave.getState().value, revision: autosave.revision() });

const isUnsaved = <T>(autosave: Autosave<T>): boolean => autosave.getState().status !== 'saved';
