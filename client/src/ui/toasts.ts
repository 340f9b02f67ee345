import { announce } from './announce.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
}

/** At most this many at once; the oldest makes room. */
const MOST = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function become(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says for a while that something was done, and offers to take it back; screen readers hear it too. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  become([...toasts, { ...toast, id: lastId }].slice(-MOST));
  announce(toast.text);
}

export function closeToast(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

export const getToasts = (): readonly Toast[] => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
