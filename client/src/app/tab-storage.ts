/** What the browser offers; every method may throw where it blocks storage. */
export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Texts that outlive a reload and a new launch in the same tab, and go with the tab. Where the browser blocks storage
 * nothing is kept, and nothing fails.
 */
export interface TabStorage {
  /** Whether the browser keeps anything at all. */
  readonly works: boolean;
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
    works: attempt(() => true) ?? false,
    read: (name) => attempt((kept) => kept.getItem(keyOf(name))),
    write: (name, text) => void attempt((kept) => kept.setItem(keyOf(name), text)),
    remove: (name) => void attempt((kept) => kept.removeItem(keyOf(name))),
  };
}

const DAY_SECONDS = 86_400;

/**
 * The same for short texts that are no secrets, in a cookie: one of this partition Chromium keeps in a frame where it
 * blocks storage; one of all is seen in tabs, and in frames where the browser lets cookies of others through. It goes to the
 * server with the page itself, and after a day.
 *
 * @param path where the client's routes begin.
 */
export function makeCookieNotes(
  jar: { cookie: string },
  path: string,
  reach: 'partition' | 'all' = 'partition',
): TabStorage {
  const end = reach === 'partition' ? '; Partitioned' : '';
  const put = (name: string, text: string, seconds: number): void => {
    jar.cookie = `rt_${name}=${encodeURIComponent(text)}; Path=${path}; Max-Age=${seconds}; Secure; SameSite=None${end}`;
  };
  return {
    works: true,
    read(name) {
      const prefix = `rt_${name}=`;
      const found = jar.cookie.split('; ').find((part) => part.startsWith(prefix));
      try {
        return found === undefined ? null : decodeURIComponent(found.slice(prefix.length));
      } catch {
        return null;
      }
    },
    write: (name, text) => put(name, text, DAY_SECONDS),
    remove: (name) => put(name, '', 0),
  };
}

/**
 * Where the page that one came for is noted: a link that is opened in a tab leads on into the frame of the LMS, which has a
 * storage of its own, so a tab notes it where a frame may find it. A frame notes nothing for others.
 */
export function makePageNotes(own: TabStorage, shared: TabStorage, isTab: boolean): TabStorage {
  return {
    works: own.works,
    read: (name) => own.read(name) ?? shared.read(name),
    write(name, text) {
      own.write(name, text);
      if (isTab) shared.write(name, text);
    },
    remove(name) {
      own.remove(name);
      shared.remove(name);
    },
  };
}
