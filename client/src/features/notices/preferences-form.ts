import type { Preferences } from './api.ts';

/** What the settings form holds: every control has a value, also where nothing is chosen. */
export interface PreferencesForm {
  readonly frequency: Preferences['frequency'];
  readonly frequencyHere: Preferences['frequency'] | 'asEverywhere';
  readonly isQuiet: boolean;
  readonly from: string;
  readonly to: string;
  /** Empty: the zone of the browser. */
  readonly zone: string;
}

const QUIET = { from: '22:00', to: '07:00' };

export function toForm({ frequency, frequencyHere, quietHours, zone }: Preferences): PreferencesForm {
  return {
    frequency,
    frequencyHere: frequencyHere ?? 'asEverywhere',
    isQuiet: quietHours !== null,
    ...(quietHours ?? QUIET),
    zone: zone ?? '',
  };
}

export function toPreferences(form: PreferencesForm): Preferences {
  const { frequency, frequencyHere, isQuiet, from, to, zone } = form;
  return {
    frequency,
    frequencyHere: frequencyHere === 'asEverywhere' ? null : frequencyHere,
    quietHours: isQuiet ? { from, to } : null,
    zone: zone === '' ? null : zone,
  };
}

/** What is wrong with the quiet hours, by field. */
export function findInvalid({
  isQuiet,
  from,
  to,
}: PreferencesForm): Partial<Record<'from' | 'to', 'required' | 'invalid'>> {
  if (!isQuiet) return {};
  return {
    ...(from === '' && { from: 'required' as const }),
    ...(to === '' ? { to: 'required' as const } : from === to && { to: 'invalid' as const }),
  };
}
