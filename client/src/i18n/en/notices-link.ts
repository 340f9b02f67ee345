/** Texts of the way to the notices, which is on every page. */
export const noticesLink = {
  link: 'Notices',
  linkUnread_one: '{{count}} unread',
  linkUnread_other: '{{count}} unread',
  linkMany: '99+',
} as const;
