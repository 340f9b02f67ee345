/** Texts of the way to the notices, which is on every page. */
export const noticesLink = {
  link: 'Mitteilungen',
  linkUnread_one: '{{count}} ungelesen',
  linkUnread_other: '{{count}} ungelesen',
  linkMany: '99+',
} as const;
