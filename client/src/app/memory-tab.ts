import { makeTabStorage, type TabStorage } from './tab-storage.ts';

/** A tab for tests, and what it keeps. */
export function memoryTab(): { readonly tab: TabStorage; readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  const storage = {
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
  };
  return { content, tab: makeTabStorage(() => storage, 'd') };
}

/** A tab in a browser that blocks storage. */
export const blockedTab = (): TabStorage =>
  makeTabStorage(() => {
    throw new Error('SecurityError');
  }, 'd');
