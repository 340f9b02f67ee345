/** Texts of the way to the notices, which is on every page. */
export const noticesLink = {
  link: 'Avisos',
  linkUnread_one: '{{count}} sin leer',
  linkUnread_many: '{{count}} sin leer',
  linkUnread_other: '{{count}} sin leer',
  linkMany: '99+',
} as const;
