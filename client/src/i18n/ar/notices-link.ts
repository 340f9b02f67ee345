/** Texts of the way to the notices, which is on every page. */
export const noticesLink = {
  link: 'الإشعارات',
  linkUnread_zero: 'لا جديد',
  linkUnread_one: 'إشعار واحد غير مقروء',
  linkUnread_two: 'إشعاران غير مقروءين',
  linkUnread_few: '{{count}} إشعارات غير مقروءة',
  linkUnread_many: '{{count}} إشعارًا غير مقروء',
  linkUnread_other: '{{count}} إشعار غير مقروء',
  linkMany: '99+',
} as const;
