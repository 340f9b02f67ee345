/** Texts of the way to the notices, which is on every page. */
export const noticesLink = {
  link: 'Avis',
  linkUnread_one: '{{count}} non lu',
  linkUnread_many: '{{count}} non lus',
  linkUnread_other: '{{count}} non lus',
  linkMany: '99+',
} as const;
