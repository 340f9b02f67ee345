import { useTranslation } from 'react-i18next';
import type { GroupSet } from './api.ts';

const UNNAMED = {
  lms: 'groups.lmsSet',
  csv: 'groups.fileSet',
  own: 'groups.fileSet',
  sections: 'groups.sectionsSet',
} as const;

/** What a group set is called; one that nobody has named by where it is from. */
export function useSetName(): (set: Pick<GroupSet, 'name' | 'source'>) => string {
  const { t } = useTranslation();
  return ({ name, source }) => name ?? t(UNNAMED[source]);
}
