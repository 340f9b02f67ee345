import type { Institution } from './state.ts';
import type { Course, DateSpan } from './types.ts';
import { STAFF } from './vocabulary.ts';

const DAY_MS = 86_400_000;

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString();

const shifted = ({ startDateTime, endDateTime }: DateSpan, days: number): DateSpan => ({
  ...(startDateTime !== undefined && { startDateTime: later(startDateTime, days) }),
  ...(endDateTime !== undefined && { endDateTime: later(endDateTime, days) }),
});

/** Copies activities and their columns, and enrols the staff; `url` and `custom` stay as they were. */
export function copyActivities(
  institution: Institution,
  origin: Course,
  title: string,
  shiftDays: number,
): Course {
  const copy = institution.addCourse({
    title,
    history: [origin.id, ...origin.history],
    ...(origin.startsAt !== undefined && { startsAt: later(origin.startsAt, shiftDays) }),
  });
  for (const { userId, role, roleUris } of Object.values(origin.members)) {
    if (STAFF.includes(role)) institution.enrol(copy, userId, role, roleUris ? { roleUris } : {});
  }
  const items = institution.lineItemsOf(origin);
  for (const link of institution.linksOf(origin)) {
    const column = items.find((item) => item.coupled && item.resourceLinkId === link.id);
    institution.addResourceLink(
      copy,
      {
        title: link.title,
        description: link.description,
        clientId: link.clientId,
        custom: { ...link.custom },
        ...(link.url !== undefined && { url: link.url }),
        ...(link.available && { available: shifted(link.available, shiftDays) }),
        ...(link.submission && { submission: shifted(link.submission, shiftDays) }),
        ...(column && {
          lineItem: {
            scoreMaximum: column.scoreMaximum,
            label: column.label,
            ...(column.resourceId !== undefined && { resourceId: column.resourceId }),
            ...(column.tag !== undefined && { tag: column.tag }),
          },
        }),
      },
      [link.id, ...link.history],
    );
  }
  return copy;
}
