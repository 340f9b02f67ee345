import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Group } from '../api.ts';

interface PersonNameProps {
  readonly person: Group['members'][number];
  /** The name of the group that they are shown in: where that is a section, it is not said again. */
  readonly inGroup?: string | null;
}

/** A person as staff know them, with their sections; an LMS that shares no names leaves the e-mail, or nothing. */
export function PersonName({ person, inGroup }: PersonNameProps) {
  const { t } = useTranslation();
  const sections = person.sections.filter((name) => name !== inGroup);
  return (
    <>
      {/* A name keeps its own direction: a right-to-left one must not turn the line around. */}
      <bdi>{person.name ?? person.email ?? t('groups.person')}</bdi>
      {sections.length > 0 && (
        <>
          {' '}
          <bdi className={cx(layout['muted'], layout['small'])}>{sections.join(', ')}</bdi>
        </>
      )}
    </>
  );
}
