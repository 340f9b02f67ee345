import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSetNames } from '../../questionnaire/use-set-names.ts';

interface GroupSetFieldProps {
  readonly groupSetId: string | null;
  /** A group has begun: the groups stay as they are. */
  readonly isFixed: boolean;
  readonly onChange: (groupSetId: string | null) => void;
}

const NONE = 'none';

/** Whose groups work together. */
export function GroupSetField({ groupSetId, isFixed, onChange }: GroupSetFieldProps) {
  const { t } = useTranslation();
  const { sets, error } = useSetNames();
  if (isFixed) {
    const name = sets.find(({ id }) => id === groupSetId)?.name ?? '…';
    return <p>{t('groupWork.setUp.groupsFixed', { name })}</p>;
  }
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {error !== null && <Problem error={error} />}
      <Select
        label={t('groupWork.setUp.groups')}
        // A copy may name a set of the course that it comes from.
        value={sets.find(({ id }) => id === groupSetId)?.id ?? NONE}
        onChange={(id) => onChange(id === NONE ? null : id)}
        choices={[
          { id: NONE, text: t('groupWork.setUp.noGroups') },
          ...sets.map(({ id, name }) => ({ id, text: name })),
        ]}
      />
      <p className={cx(layout['muted'], layout['small'])}>{t('groupWork.setUp.groupsHint')}</p>
    </div>
  );
}
