import { useSyncExternalStore } from 'react';

export type Connection = 'online' | 'offline' | 'unreachable';

const listeners = new Set<() => void>();
let reachable = true;

/** Told by the API client after each call. */
export function setReachable(next: boolean): void {
  if (next === reachable) return;
  reachable = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

function read(): Connection {
  if (!navigator.onLine) return 'offline';
  return reachable ? 'online' : 'unreachable';
}

/** Whether the server can be reached, as the browser and the last call to the API say. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, read);
