import { type ReactNode, useState } from 'react';
import { ApiError } from '../../app/api-client.ts';
import type { SavingEffectsProps } from './components/SavingEffects.tsx';
import { SettingsConflict } from './components/SettingsConflict.tsx';

interface Stored<Settings> {
  readonly settings: Settings;
  readonly revision: number;
}

interface Saving<Settings> {
  readonly isPending: boolean;
  readonly error: unknown;
  mutate(
    changed: { readonly settings: Settings; readonly expectedRevision: number },
    then: { readonly onSuccess: () => void; readonly onError: (failure: Error) => void },
  ): void;
}

interface Previewing<Settings, Effect> {
  readonly isPending: boolean;
  readonly error: unknown;
  mutate(
    settings: Settings,
    then: { readonly onSuccess: (preview: { readonly effects: readonly Effect[] }) => void },
  ): void;
}

interface EditingOptions<Settings, Saved extends Stored<Settings>, Effect> {
  readonly save: Saving<Settings>;
  readonly preview: Previewing<Settings, Effect>;
  /** Reads what is saved by now. */
  readonly load: () => Promise<Saved>;
  readonly onSaved: () => void;
}

const isStale = (error: unknown): boolean => error instanceof ApiError && error.code === 'STALE_REVISION';

/**
 * Settings that somebody changes while others may: what saving does to people is said before, and what others save
 * meanwhile is not written over unasked.
 *
 * @param first what was saved when the page was opened
 * @returns what the form is filled from, what takes it when it is sent, whether that goes on and why it failed, what has to
 *   be confirmed before it is saved, and the question where others were faster
 */
export function useSettingsEditing<Settings, Saved extends Stored<Settings>, Effect>(
  first: Saved,
  { save, preview, load, onSaved }: EditingOptions<Settings, Saved, Effect>,
) {
  const [saved, setSaved] = useState(first);
  // What the next save has to have seen.
  const [revision, setRevision] = useState(first.revision);
  const [refused, setRefused] = useState<Settings | null>(null);
  const [asked, setAsked] = useState<{ settings: Settings; effects: readonly Effect[] } | null>(null);
  const store = (settings: Settings, expectedRevision = revision): void =>
    save.mutate(
      { settings, expectedRevision },
      {
        onSuccess: onSaved,
        onError: (failure) => {
          setAsked(null);
          setRefused(isStale(failure) ? settings : null);
        },
      },
    );
  const conflict: ReactNode = refused !== null && (
    <SettingsConflict
      load={load}
      onLoad={(newest) => {
        setSaved(newest);
        setRevision(newest.revision);
        setRefused(null);
      }}
      onKeep={(newest) => {
        setRevision(newest.revision);
        setRefused(null);
        store(refused, newest.revision);
      }}
    />
  );
  const submit = (settings: Settings): void =>
    preview.mutate(settings, {
      onSuccess: ({ effects }) => (effects.length === 0 ? store(settings) : setAsked({ settings, effects })),
    });
  const confirmation: SavingEffectsProps<Effect> | null = asked && {
    effects: asked.effects,
    isPending: save.isPending,
    onConfirm: () => store(asked.settings),
    onClose: () => setAsked(null),
  };
  return {
    saved,
    submit,
    isPending: preview.isPending || save.isPending,
    error: preview.error ?? (isStale(save.error) ? null : save.error),
    confirmation,
    conflict,
  };
}
