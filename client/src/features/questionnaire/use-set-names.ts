import { useTranslation } from 'react-i18next';
import { useGroups } from '../course/api.ts';

/** The group sets of the course with the names that they go by. */
export function useSetNames() {
  const { t } = useTranslation();
  const { data, isSuccess, error } = useGroups();
  const sets = (data?.sets ?? []).map(({ id, name, source }) => ({
    id,
    name: name ?? t(source === 'lms' ? 'groups.lmsSet' : 'groups.fileSet'),
  }));
  return { sets, isSuccess, error };
}
