/** What the browser offers; every method may throw where it blocks storage. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Short texts that outlive a reload and a new launch in the same tab, and go with the tab. Where the browser blocks
 * storage nothing is kept, and nothing fails.
 */
export interface TabStorage {
  read(name: string): string | null;
  write(name: string, text: string): void;
  remove(name: string): void;
}

/** @param deploymentKey keeps the installations of one tool apart, which share its origin. */
export function makeTabStorage(storage: () => BrowserStorage, deploymentKey: string): TabStorage {
  const keyOf = (name: string): string => `roundtable.${deploymentKey}.${name}`;
  function attempt<T>(action: (storage: BrowserStorage) => T): T | null {
    try {
      return action(storage());
    } catch {
      return null;
    }
  }
  return {
    read: (name) => attempt((kept) => kept.getItem(keyOf(name))),
    write: (name, text) => void attempt((kept) => kept.setItem(keyOf(name), text)),
    remove: (name) => void attempt((kept) => kept.removeItem(keyOf(name))),
  };
}
