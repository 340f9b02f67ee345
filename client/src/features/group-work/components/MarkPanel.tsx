import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { focusFirstInvalid } from '../../../ui/focus-invalid.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { MarkFields } from '../../marking/components/MarkFields.tsx';
import { findProblems, type ReviewForm, toRatings, toReviewForm } from '../../peer-review/review-form.ts';
import type { Place } from '../api.ts';
import { type Adjustment, type Marked, useMark, useSaveMark } from '../grading-api.ts';
import { AdjustmentFields, hasAdjustmentFault } from './AdjustmentFields.tsx';

export interface MarkPanelProps {
  readonly place: Place;
  readonly groupName: string;
}

/** For staff: what the group is given at this milestone. */
export default function MarkPanel({ place, groupName }: MarkPanelProps) {
  const query = useMark(place);
  if (query.isPending) return <Skeleton />;
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data.canMark) return null;
  return <Fields key={query.data.revision} place={place} groupName={groupName} marked={query.data} />;
}

interface Form extends ReviewForm {
  readonly points: number;
  readonly adjustments: readonly Adjustment[];
}

const formOf = ({ form }: Marked): Form => ({
  ...toReviewForm({ ratings: form.ratings, comment: form.comment }),
  points: form.points ?? Number.NaN,
  adjustments: form.adjustments,
});

interface FieldsProps extends MarkPanelProps {
  readonly marked: Marked;
}

function Fields({ place, groupName, marked }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criteria, maximum, members, mark, revision } = marked;
  const [form, setForm] = useState(() => formOf(marked));
  const latest = useRef(form);
  const [showsProblems, setShowsProblems] = useState(false);
  const save = useSaveMark(place);
  const element = useRef<HTMLFormElement>(null);
  const byPoints = criteria.length === 0;
  const arePointsWrong = byPoints && !(form.points >= 0 && form.points <= maximum);
  const change = (part: Partial<Form>) => {
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
  };

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsProblems(true);
    const problems = findProblems(form, criteria, false);
    const wrong = [
      problems.comment === 'tooLong',
      arePointsWrong,
      ...form.adjustments.map(hasAdjustmentFault),
    ];
    const count = problems.criteria.size + wrong.filter(Boolean).length;
    if (count > 0) {
      announce(t('common.formErrors', { count }));
      return focusFirstInvalid(element);
    }
    save.mutate(
      {
        ratings: toRatings(form, criteria),
        points: byPoints ? form.points : null,
        comment: form.comment,
        adjustments: form.adjustments.map((one) => ({ ...one, reason: one.reason.trim() })),
        expectedRevision: revision,
      },
      { onSuccess: () => showToast({ text: t('groupWork.mark.done') }) },
    );
  }

  return (
    <form ref={element} noValidate onSubmit={submit} className={cx(layout['form'])} aria-labelledby="mark">
      <h2 id="mark">{t('groupWork.mark.title')}</h2>
      {mark !== null && (
        <p className={cx(layout['muted'])}>
          {t('groupWork.mark.given', {
            points: format.number(mark.points),
            maximum: format.number(mark.maximum),
            n: format.number(mark.version),
            name: mark.by ?? t('groupWork.somebody'),
            when: format.moment(mark.at),
          })}
        </p>
      )}
      {byPoints && (
        <NumberField
          label={t('groupWork.mark.points', { maximum: format.number(maximum) })}
          minValue={0}
          maxValue={maximum}
          value={form.points}
          error={
            showsProblems && arePointsWrong
              ? t('groupWork.setUp.invalid.range', { min: format.number(0), max: format.number(maximum) })
              : undefined
          }
          onChange={(points) => change({ points })}
        />
      )}
      <MarkFields
        criteria={criteria}
        value={form}
        latest={() => latest.current}
        label={t('groupWork.mark.comment')}
        hint={t('groupWork.mark.commentHint')}
        name={groupName}
        showsProblems={showsProblems}
        isReadOnly={save.isPending}
        onChange={change}
      />
      <AdjustmentFields
        members={members}
        maximum={maximum}
        adjustments={form.adjustments}
        showsProblems={showsProblems}
        onChange={(adjustments) => change({ adjustments })}
      />
      {save.error !== null && <Problem error={save.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('groupWork.mark.save')}
        </Button>
      </div>
    </form>
  );
}
