/** What an activity's type keeps in it. */
type Settings = Readonly<Record<string, unknown>>;

interface Dated {
  readonly settings: Settings;
}

const END = 'submissionsCloseAt';

/** What an activity of steps that are handed in one by one ends with is the last of them. */
const milestonesIn = (settings: Settings): readonly { readonly dueAt: string }[] =>
  END in settings ? [] : ((settings['milestones'] ?? []) as { dueAt: string }[]);

/** When work can be handed in for the last time; null when the activity says nothing of it. */
export function submissionsCloseAt({ settings }: Dated): Date | null {
  const value = settings[END];
  if (typeof value === 'string') return new Date(value);
  const ends = milestonesIn(settings).map(({ dueAt }) => Date.parse(dueAt));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Settings that end at another moment, or at none, with all else as it is. */
export function endingAt(settings: Settings, before: Date, end: string | null): Settings {
  if (END in settings) return { ...settings, [END]: end };
  const isLast = ({ dueAt }: { dueAt: string }) => Date.parse(dueAt) === before.getTime();
  const milestones = milestonesIn(settings).map((one) => (isLast(one) ? { ...one, dueAt: end } : one));
  return { ...settings, milestones };
}

/** The last moment that settings name; null when they name none. */
export function lastMomentOf({ settings }: Dated): Date | null {
  const moments = momentsIn(settings);
  return moments.length === 0 ? null : new Date(Math.max(...moments));
}

/** Every moment in settings, however deep. */
export function momentsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(momentsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    name.endsWith('At') && isMoment(part) ? [Date.parse(part)] : momentsIn(part),
  );
}

export const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);
