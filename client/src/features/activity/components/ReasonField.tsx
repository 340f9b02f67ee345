import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { TextArea } from '../../../ui/TextField.tsx';

export const isReasonWrong = (reason: string): boolean => reason.length > REASON_MAX;

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why somebody has more time; for staff alone. */
export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t('timeline.reason')}
      hint={t('timeline.reasonHint')}
      isOptional
      rows={2}
      value={value}
      error={isReasonWrong(value) ? t('timeline.reasonWrong', { max: REASON_MAX }) : undefined}
      onChange={onChange}
    />
  );
}
