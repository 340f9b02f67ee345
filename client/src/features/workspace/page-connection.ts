import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { CO_WRITING } from '../../../../server/src/contracts/paths.ts';
import type { KeptChanges } from './kept-changes.ts';
import { createHues, type PagePerson, peopleOf } from './people.ts';
import { followUnsentText } from './unsent-text.ts';

/** Why the server takes no more of what is written here; as it says when it ends a connection. */
const REFUSALS = ['NOT_ALLOWED', 'NOT_YOURS', 'PAGE_FULL', 'TOO_MANY_OPEN', 'UNREADABLE'] as const;
export type PageRefusal = (typeof REFUSALS)[number];

export interface PageState {
  /** The text has been there once. */
  readonly isLoaded: boolean;
  /** What others write comes in. */
  readonly isConnected: boolean;
  /** The server has all that was written here. */
  readonly isSaved: boolean;
  /** What the server has not got outlives the tab. */
  readonly isKept: boolean;
  readonly refusal: PageRefusal | null;
  /** The others who have it open. */
  readonly people: readonly PagePerson[];
  /** What was written here in blocks that somebody took away before the server had it. */
  readonly dropped: readonly string[];
}

export interface PageConnectionOptions {
  readonly pageId: string;
  readonly memberId: string;
  readonly isReadOnly: boolean;
  readonly kept: KeptChanges;
  /** A bearer that is not about to end. */
  readonly bearer: () => Promise<string>;
  /** Asks whether one may still be here. @returns false when that will not change by itself */
  readonly mayStillOpen: () => Promise<boolean>;
}

/** Origin of what was kept here: it goes to the server, and is kept already. */
const KEPT = 'kept';
const AGAIN_MS = 5_000;
/** A socket on which nothing comes in for 30 seconds counts as dead; whoever writes nothing has to ask for something. */
const ASK_MS = 20_000;
/** Closing codes: the message was too large (RFC 6455 §7.4.1). */
const TOO_LARGE = 1009;

/**
 * What is written before the server has let one in goes to it with all the rest once it has: sent beforehand, it would be
 * acknowledged before the text that it follows, and count for that.
 */
class Provider extends HocuspocusProvider {
  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.isAuthenticated) super.documentUpdateHandler(update, origin);
  }
}

const isSame = (one: PageState, other: PageState): boolean =>
  (Object.keys(one) as (keyof PageState)[]).every((key) => one[key] === other[key]);

export type PageConnection = ReturnType<typeof connectPage>;

/** The document of one page as long as it is open here, or until the server has what was written in it. */
export function connectPage(options: PageConnectionOptions) {
  const { pageId, memberId, kept } = options;
  const document = new Y.Doc();
  const listeners = new Set<() => void>();
  const hueOf = createHues();
  let again: ReturnType<typeof setTimeout> | undefined;
  let state: PageState = {
    isLoaded: false,
    isConnected: false,
    isSaved: kept.found.length === 0,
    isKept: kept.works(),
    refusal: null,
    people: [],
    dropped: [],
  };

  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${window.location.origin.replace('http', 'ws')}${CO_WRITING}`,
    factor: 1.5,
    maxDelay: 10_000,
  });
  const provider = new Provider({
    websocketProvider,
    name: pageId,
    document,
    token: options.bearer,
    ...(options.isReadOnly && { forceSyncInterval: ASK_MS }),
    onAuthenticated: update,
    onSynced: update,
    onUnsyncedChanges: update,
    onAwarenessChange: seePeople,
    onAuthenticationFailed: ({ reason }) => (reason === 'TOO_MANY_OPEN' ? refuse(reason) : void askAgain()),
    onClose: ({ event: { code, reason } }) => closed(code, reason),
  });

  function become(change: Partial<PageState>): void {
    const next = { ...state, ...change };
    if (isSame(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function update(): void {
    const isConnected = provider.isAuthenticated && provider.isSynced;
    const hasAll = isConnected && !provider.hasUnsyncedChanges;
    if (hasAll && !state.isSaved) {
      kept.clear();
      unsent.clear();
    }
    become({
      isConnected,
      isLoaded: state.isLoaded || isConnected,
      isSaved: state.isSaved || hasAll,
      isKept: kept.works(),
    });
  }

  function seePeople(): void {
    const people = peopleOf(provider.awareness?.getStates().values() ?? [], memberId, hueOf);
    if (JSON.stringify(people) !== JSON.stringify(state.people)) become({ people });
  }

  function closed(code: number, reason: string): void {
    // They say where they are when they are here again; until then nothing older would be believed.
    for (const client of provider.awareness?.meta.keys() ?? [])
      if (client !== document.clientID) provider.awareness?.meta.delete(client);
    const refusal = code === TOO_LARGE ? 'PAGE_FULL' : REFUSALS.find((one) => one === reason);
    if (refusal !== undefined) refuse(refusal);
    else if (reason === 'TOO_FAST' || reason === 'FAILED') later();
    update();
  }

  function refuse(refusal: PageRefusal): void {
    websocketProvider.disconnect();
    become({ refusal, isConnected: false });
  }

  function later(): void {
    websocketProvider.disconnect();
    clearTimeout(again);
    again = setTimeout(() => void websocketProvider.connect(), AGAIN_MS);
  }

  async function askAgain(): Promise<void> {
    later();
    if (!(await options.mayStillOpen())) {
      clearTimeout(again);
      refuse('NOT_ALLOWED');
    }
  }

  const comeBack = (): void => void (state.refusal === null && websocketProvider.connect());
  window.addEventListener('online', comeBack);
  const unsent = followUnsentText(
    document,
    () => provider,
    (texts) => become({ dropped: [...state.dropped, ...texts] }),
  );
  for (const change of kept.found) {
    Y.applyUpdate(document, change, KEPT);
    unsent.add(change);
  }
  document.on('update', (change: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === KEPT) return;
    kept.add(change);
    unsent.add(change);
    become({ isSaved: false, isKept: kept.works() });
  });
  provider.attach();

  return {
    document,
    awareness: provider.awareness,
    hueOf,
    getState: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The others see that one is here, or is here no more. */
    show: () => provider.awareness?.getLocalState() === null && provider.awareness.setLocalState({}),
    hide: () => provider.awareness?.setLocalState(null),
    forgetDropped: () => become({ dropped: [] }),
    close(): void {
      clearTimeout(again);
      window.removeEventListener('online', comeBack);
      provider.destroy();
      websocketProvider.destroy();
      document.destroy();
    },
  };
}
