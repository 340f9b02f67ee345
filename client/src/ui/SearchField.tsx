import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import field from './Field.module.css';
import { Icon } from './Icon.tsx';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** What is searched; also what stands in the empty field. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows down what stands below while one types; Escape and the cross empty it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={cx(styles['search'])}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        className={cx(field['input'], styles['input'])}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          // A dialog around it closes with the next one.
          event.stopPropagation();
          event.preventDefault();
          onChange('');
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className={cx(styles['clear'])}
          aria-label={t('ui.search.clear')}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}
