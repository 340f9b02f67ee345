/** What files belong to that a group keeps together: `activityId-groupId`. */
export const GROUP_FILE = 'group-file';

interface Group {
  readonly activityId: string;
  readonly groupId: string;
}

export const groupFileItem = ({ activityId, groupId }: Group) => ({
  kind: GROUP_FILE,
  id: `${activityId}-${groupId}`,
});

/** Of what is no such name, ids that nothing has. */
export function groupOfItem(itemId: string): Group {
  const [activityId = '', groupId = ''] = itemId.split('-');
  return { activityId, groupId };
}
