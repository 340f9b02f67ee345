import { type Extension, type Schedule, type TimelineChanges, timelineOf } from '../../core/timeline.ts';

/** Why an extension cannot be. */
export type ExtensionRefusal =
  /** The activity has no step of this name. */
  | { readonly type: 'refuse'; readonly reason: 'BAD_REQUEST'; readonly step: string }
  /** The moment is not later than the member's date without it: nobody loses time. */
  | { readonly type: 'refuse'; readonly reason: 'EXTENSION_TOO_EARLY'; readonly step: string };

/**
 * Whether a member may be given these moments.
 *
 * @param others what changes the member's dates besides this extension
 */
export function decideExtension(
  schedule: Schedule,
  extension: Extension,
  others: TimelineChanges,
): { readonly type: 'accept' } | ExtensionRefusal {
  const said = Object.keys(extension.until);
  const steps = schedule.steps.filter(({ endsAt }) => endsAt !== null).map(({ key }) => key);
  const stranger = said.find((key) => !steps.includes(key));
  if (stranger !== undefined) return { type: 'refuse', reason: 'BAD_REQUEST', step: stranger };
  for (const step of said) {
    const { [step]: moment, ...rest } = extension.until;
    const without = timelineOf(schedule, {
      ...others,
      extensions: [...others.extensions, { ...extension, until: rest }],
    });
    if (!(Date.parse(moment ?? '') > (without.get(step)?.getTime() ?? 0)))
      return { type: 'refuse', reason: 'EXTENSION_TOO_EARLY', step };
  }
  return { type: 'accept' };
}
