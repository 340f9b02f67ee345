import ical, { escape, ICalEventTransparency } from 'ical-generator';
import type { WriteCalendar } from './ports.ts';

/** How often calendar programs are asked to look again. */
const REFRESH_SECONDS = 3600;

/** @param host stands behind each entry's id, as RFC 7986 §5.3 wants ids to be unique in the world */
export const createCalendarWriter =
  (host: string): WriteCalendar =>
  ({ name, entries }) => {
    const calendar = ical({
      // The library escapes what entries say, but not the calendar's name.
      name: escape(name, false),
      prodId: { company: 'Roundtable', product: 'Deadlines' },
      ttl: REFRESH_SECONDS,
    });
    for (const entry of entries) {
      calendar.createEvent({
        id: `${entry.id}@${host}`,
        summary: entry.title,
        start: entry.at,
        // Without a method, DTSTAMP is when the entry was last revised (RFC 5545 §3.8.7.2).
        stamp: entry.changedAt,
        lastModified: entry.changedAt,
        sequence: entry.revision,
        ...(entry.until && { end: entry.until }),
        // A date to keep in mind does not make anybody busy.
        transparency: entry.until ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
        ...(entry.url !== null && { url: entry.url }),
      });
    }
    // §3.1: every line ends in CRLF, the last one too.
    return `${calendar.toString()}\r\n`;
  };
