import type { Frequency, QuietHours } from '../../contracts/notices.ts';
import { isZone } from '../../core/zoned-time.ts';
import type { MailHabits } from './mail-time.domain.ts';

/** What a person chose for all courses of one LMS. */
export interface PersonChoice {
  readonly frequency: Frequency;
  readonly quietHours: QuietHours | null;
  /** Null: the zone of the browser. */
  readonly zone: string | null;
}

/** What is known of a member as a reader of notices. */
export interface Reader {
  /** As the last launch had them; null when the person has never opened the tool. */
  readonly locale: string | null;
  readonly zone: string | null;
  /** Another frequency for this course; null: as everywhere. */
  readonly frequency: Frequency | null;
  /** The address that a mail server refused for good. */
  readonly refusal: { readonly address: string; readonly words: string; readonly at: Date } | null;
}

/** Until somebody chooses: everything at once, but nobody is woken. */
export const DEFAULT_CHOICE: PersonChoice = {
  frequency: 'atOnce',
  quietHours: { from: '22:00', to: '07:00' },
  zone: null,
};

export const UNKNOWN_READER: Reader = { locale: null, zone: null, frequency: null, refusal: null };

/**
 * What a member's mail goes by. @param host whoever set the activity up: somebody who has never opened the tool is
 * taken to be where they are
 */
export function habitsOf(choice: PersonChoice, reader: Reader, host: Reader | null): MailHabits {
  return {
    frequency: reader.frequency ?? choice.frequency,
    quietHours: choice.quietHours,
    zone: zoneOf(choice, reader, host),
  };
}

/** The zone that somebody's quiet hours and dates go by; one that this machine does not know any more counts as none. */
export const zoneOf = (choice: PersonChoice, reader: Reader, host: Reader | null): string =>
  [choice.zone, reader.zone, host?.zone].find((zone): zone is string => !!zone && isZone(zone)) ?? 'UTC';
