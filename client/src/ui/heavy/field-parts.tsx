import { useTranslation } from 'react-i18next';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { cx } from '../cx.ts';
import styles from '../Field.module.css';
import type { FieldProps } from '../FieldFrame.tsx';

/** The visible label of a react-aria field; with a short one the field has the full one as its name. */
export function AriaLabel({ label, shortLabel, isOptional }: FieldProps) {
  const { t } = useTranslation();
  const optional = isOptional === true && (
    <span className={cx(styles['optional'])}> {t('common.optional')}</span>
  );
  if (shortLabel === undefined) {
    return (
      <Label className={cx(styles['label'])}>
        {label}
        {optional}
      </Label>
    );
  }
  return (
    <span className={cx(styles['label'])} aria-hidden="true">
      {shortLabel}
      {optional}
    </span>
  );
}

/** The hint and the error of a react-aria field. */
export function AriaNotes({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={cx(styles['hint'])}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles['error'])}>{error}</FieldError>
    </>
  );
}

/** What every react-aria field takes of our own fields' props. */
export const ariaFieldProps = ({ label, shortLabel, error, isReadOnly }: FieldProps) => ({
  className: cx(styles['field']),
  validationBehavior: 'aria' as const,
  isInvalid: error !== undefined,
  isReadOnly: isReadOnly === true,
  ...(shortLabel === undefined ? {} : { 'aria-label': label }),
});
