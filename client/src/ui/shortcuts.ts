import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** One key, or two one after the other: `?`, `g a`. As the keyboard's layout writes them. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

const STORAGE_KEY = 'roundtable.shortcuts';
/** The second key of a pair has to come within this time. */
const PAIR_MS = 1500;

/** In these a letter means itself: it is typed, or jumps to what begins with it. */
const TAKES_LETTERS =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true], [role=textbox], ' +
  '[role=spinbutton], [role=listbox], [role=menu], [role=grid], [role=treegrid], [role=dialog], [role=alertdialog]';

let shortcuts: readonly Shortcut[] = [];
let isOn = readIsOn();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Storage throws in a cross-site frame where third-party storage is blocked. */
function readIsOn(): boolean {
  try {
    return window.localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches all shortcuts off or on again (WCAG 2.1.4), in this browser where it keeps such things. */
export function setShortcutsOn(next: boolean): void {
  isOn = next;
  try {
    window.localStorage.setItem(STORAGE_KEY, next ? 'on' : 'off');
  } catch {
    // Then it holds until the page is left.
  }
  tell();
}

export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, () => isOn);

/** The shortcuts of what is on the page now. */
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => shortcuts);

/** A shortcut while the component is on the page; `run` is null while there is nothing to do. */
export function useShortcut(keys: string, label: string, run: (() => void) | null): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isActive = run !== null;
  useEffect(() => {
    if (!isActive) return undefined;
    const shortcut = { keys, label, run: () => latest.current?.() };
    shortcuts = [...shortcuts, shortcut];
    tell();
    return () => {
      shortcuts = shortcuts.filter((other) => other !== shortcut);
      tell();
    };
  }, [keys, label, isActive]);
}

/** Listens for the keys; once, for as long as the page lives. */
export function listenForShortcuts(): () => void {
  let first: { key: string; at: number } | null = null;
  function onKeyDown(event: KeyboardEvent): void {
    if (!isOn || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest(TAKES_LETTERS) !== null) return;
    const before = first !== null && event.timeStamp - first.at < PAIR_MS ? `${first.key} ` : '';
    const found = shortcuts.findLast(({ keys }) => keys === before + event.key || keys === event.key);
    first = event.key.length === 1 ? { key: event.key, at: event.timeStamp } : null;
    if (found === undefined) return;
    first = null;
    event.preventDefault();
    found.run();
  }
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
