import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { CriterionResult } from '../criterion-results-api.ts';
import { ReasonedDialog } from './ReasonedDialog.tsx';

interface CriterionDialogProps {
  readonly criterion: CriterionResult;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (points: number | null, reason: string) => void;
  readonly onClose: () => void;
}

/** What a criterion gets, and why. */
export function CriterionDialog({ criterion, onSave, ...saving }: CriterionDialogProps) {
  const { t } = useTranslation();
  const { title, maximum } = criterion;
  const [by, setBy] = useState<'reviewers' | 'staff'>('staff');
  const [points, setPoints] = useState(criterion.points ?? maximum);
  const isWrong = by === 'staff' && !(points >= 0 && points <= maximum);
  return (
    <ReasonedDialog
      {...saving}
      texts={{
        title: t('exclusions.criterion.dialog', { title }),
        save: t('staffView.weight.save'),
        reason: t('staffView.weight.reason'),
        reasonWrong: t('staffView.weight.reasonWrong', { max: REASON_MAX }),
      }}
      isWrong={isWrong}
      onSave={(reason) => onSave(by === 'staff' ? points : null, reason)}
    >
      {(wasTried) => (
        <>
          <p className={cx(layout['prose'])}>{t('exclusions.criterion.explain')}</p>
          <RadioGroup
            label={t('exclusions.criterion.whose')}
            value={by}
            onChange={setBy}
            choices={[
              { id: 'staff', text: t('exclusions.criterion.byStaff') },
              { id: 'reviewers', text: t('exclusions.criterion.asReviewers') },
            ]}
          />
          {by === 'staff' && (
            <NumberField
              label={t('exclusions.criterion.points', { maximum })}
              minValue={0}
              maxValue={maximum}
              value={points}
              error={wasTried && isWrong ? t('exclusions.criterion.pointsWrong', { maximum }) : undefined}
              onChange={setPoints}
            />
          )}
        </>
      )}
    </ReasonedDialog>
  );
}
