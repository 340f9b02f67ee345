import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { cx } from '../../../ui/cx.ts';
import { type BankFilter, EVERYTHING, useBank } from '../bank-api.ts';
import styles from './Questionnaire.module.css';

interface BankSearchProps {
  readonly filter: BankFilter;
  readonly onChange: (filter: BankFilter) => void;
}

/** No tag is as long. */
const ALL = ' ';

/** Looks for questions of the bank by words and by tag. */
export function BankSearch({ filter, onChange }: BankSearchProps) {
  const { t } = useTranslation();
  const tags = useBank(EVERYTHING).data?.pages[0]?.tags ?? [];
  return (
    <div className={cx(styles['pair'], styles['search'])}>
      <SearchField
        label={t('questionBank.search')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      {tags.length > 0 && (
        <Select
          label={t('questionBank.tag')}
          choices={[
            { id: ALL, text: t('questionBank.allTags') },
            ...tags.map(({ tag, count }) => ({ id: tag, text: t('questionBank.tagOf', { tag, n: count }) })),
          ]}
          value={filter.tag ?? ALL}
          onChange={(tag) => onChange({ ...filter, tag: tag === ALL ? null : tag })}
        />
      )}
    </div>
  );
}
