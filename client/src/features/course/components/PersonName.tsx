import { useTranslation } from 'react-i18next';
import type { Group } from '../api.ts';

/** A person as staff know them; an LMS that shares no names leaves the e-mail, or nothing. */
export function PersonName({ person }: { readonly person: Group['members'][number] }) {
  const { t } = useTranslation();
  // A name keeps its own direction: a right-to-left one must not turn the line around.
  return <bdi>{person.name ?? person.email ?? t('groups.person')}</bdi>;
}
