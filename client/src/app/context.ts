import { createContext, useContext } from 'react';
import type { Format } from '../i18n/format.ts';
import type { ApiClient } from './api-client.ts';
import type { Autosave } from './autosave.ts';
import type { DraftKeeper } from './kept-drafts.ts';
import type { Session, SessionStore } from './session-store.ts';
import type { TabStorage } from './tab-storage.ts';

/** What every page can rely on once the session is open. */
export interface AppContextValue {
  readonly api: ApiClient;
  readonly session: Session;
  readonly sessions: SessionStore;
  readonly format: Format;
  /** What is being written, by a key of its own, so that it survives a change of page. */
  readonly drafts: Map<string, Autosave<unknown>>;
  /** Keeps in the tab what could not be saved. */
  readonly keeper: DraftKeeper;
  readonly storage: TabStorage;
  /** For short texts that are no secrets: works in more browsers. */
  readonly notes: TabStorage;
}

export const AppContext = createContext<AppContextValue | null>(null);

export function useApp(): AppContextValue {
  const value = useContext(AppContext);
  if (value === null) throw new Error('useApp needs an open session');
  return value;
}

export const useApi = (): ApiClient => useApp().api;
export const useSession = (): Session => useApp().session;
export const useFormat = (): Format => useApp().format;

export const isStaff = ({ member }: Session): boolean =>
  member.role === 'instructor' || member.role === 'assistant';
