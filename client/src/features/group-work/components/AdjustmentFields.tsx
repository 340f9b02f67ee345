import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import fields from '../../../ui/item-fields.module.css';
import type { Adjustment, Marked } from '../grading-api.ts';

const lacksReason = ({ reason }: Adjustment): boolean => reason.trim() === '' || reason.length > REASON_MAX;

/** Whether an adjustment cannot be saved so: it needs a number and a reason. */
export const hasAdjustmentFault = (adjustment: Adjustment): boolean =>
  Number.isNaN(adjustment.points) || lacksReason(adjustment);

interface AdjustmentFieldsProps {
  readonly members: Marked['members'];
  readonly absent: Marked['absent'];
  readonly maximum: number;
  readonly adjustments: readonly Adjustment[];
  readonly showsProblems: boolean;
  readonly onChange: (adjustments: Adjustment[]) => void;
}

/** More or fewer points for single members, each with a reason that the member reads. */
export function AdjustmentFields(props: AdjustmentFieldsProps) {
  const { members, absent, maximum, adjustments, showsProblems, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  // No difference needs no reason, and is none.
  const put = (changed: Adjustment) => {
    const others = adjustments.filter(({ memberId }) => memberId !== changed.memberId);
    onChange(changed.points === 0 ? others : [...others, changed]);
  };
  return (
    <section aria-labelledby="adjustments" className={cx(layout['stack'], layout['tight'])}>
      <h3 id="adjustments">{t('groupWork.mark.adjustments')}</h3>
      <p className={cx(layout['muted'])}>{t('groupWork.mark.adjustmentsText')}</p>
      {members.map(({ memberId, name }) => {
        const given = adjustments.find((one) => one.memberId === memberId);
        const adjustment = given ?? { memberId, points: 0, reason: '' };
        const who = name ?? t('groupWork.somebody');
        const wasAbsent = absent?.members.some((one) => one.memberId === memberId) === true;
        const isWrong = given !== undefined && showsProblems;
        return (
          <div key={memberId} className={cx(fields['fields'])}>
            <NumberField
              label={t('groupWork.mark.difference', { name: who })}
              {...(wasAbsent && { hint: t('groupWork.mark.wasAbsent') })}
              minValue={-maximum}
              maxValue={maximum}
              value={adjustment.points}
              error={
                isWrong && Number.isNaN(given.points)
                  ? t('groupWork.setUp.invalid.range', {
                      min: format.number(-maximum),
                      max: format.number(maximum),
                    })
                  : undefined
              }
              onChange={(points) => put({ ...adjustment, points })}
            />
            {given !== undefined && (
              <TextField
                label={t('groupWork.mark.reason', { name: who })}
                value={given.reason}
                error={isWrong && lacksReason(given) ? t('groupWork.mark.needsReason') : undefined}
                onChange={(reason) => put({ ...given, reason })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
