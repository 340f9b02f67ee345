/** A moment in somebody's calendar. */
export interface CalendarEntry {
  /** Stays the same when the entry changes, so that calendar programs move it. */
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  /** When it is over; absent: it is a moment to keep in mind. */
  readonly until?: Date;
  /** Counts its changes, from 0; and when the last one was. */
  readonly revision: number;
  readonly changedAt: Date;
  /** A page about it, where there is one. */
  readonly url: string | null;
}

export interface Calendar {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** A calendar as the text that calendar programs subscribe to (RFC 5545). */
export type WriteCalendar = (calendar: Calendar) => string;
