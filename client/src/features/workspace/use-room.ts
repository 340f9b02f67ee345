import { useTranslation } from 'react-i18next';
import { isStaff, useSession } from '../../app/context.ts';
import { useProject } from '../group-work/api.ts';
import { useGroupStanding } from '../group-standings/api.ts';
import type { PagePlace } from './api.ts';

/** What the project and the group are called, as far as that is known. */
export function useRoom({ activityId, groupId }: PagePlace) {
  const { t } = useTranslation();
  const project = useProject(activityId);
  const standing = useGroupStanding({ activityId, groupId }, isStaff(useSession()));
  const group = standing.data ?? project.data?.groups.find((one) => one.groupId === groupId);
  return { title: project.data?.title, groupName: group?.name ?? t('groupWork.unnamed') };
}
