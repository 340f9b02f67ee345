import { useSyncExternalStore } from 'react';
import type { ToastListProps } from './heavy/ToastList.tsx';
import { makePart, Nothing } from './part.tsx';
import { getToasts, onToasts } from './toasts.ts';

const ToastList = makePart<ToastListProps>(() => import('./heavy/ToastList.tsx'), Nothing);

/** Where toasts appear; once on a page. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, getToasts);
  return toasts.length === 0 ? null : <ToastList toasts={toasts} />;
}
