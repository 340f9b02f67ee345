import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type Comparers, useChangeComparisons, useComparers } from '../comparison-api.ts';

/** Staff give a learner two works to compare: never the own one; it can be undone at once. */
export function GiveComparison({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const query = useComparers(activityId, isOpen);
  return (
    <Disclosure title={t('comparative.staff.give.title')} onToggle={setIsOpen}>
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton />}
      {query.data && <Fields activityId={activityId} comparers={query.data} />}
    </Disclosure>
  );
}

interface FieldsProps {
  readonly activityId: string;
  readonly comparers: Comparers;
}

function Fields({ activityId, comparers: { works, reviewers } }: FieldsProps) {
  const { t } = useTranslation();
  const change = useChangeComparisons(activityId);
  const [count, setCount] = useState(0);
  const [reviewerId, setReviewerId] = useState<string | null>(null);
  const [firstId, setFirstId] = useState<string | null>(null);
  const [secondId, setSecondId] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const nameOf = (name: string | null) => name ?? t('staffView.somebody');
  const open = works
    .filter(({ memberIds }) => reviewerId === null || !memberIds.includes(reviewerId))
    .map(({ id, name }) => ({ id, text: nameOf(name) }));
  const reviewer = reviewers.find(({ id }) => id === reviewerId);

  function give(): void {
    const both = [firstId, secondId].map((id) => open.find((work) => work.id === id)?.id);
    const [left, right] = both;
    const isWrong = !reviewer || left === undefined || right === undefined || left === right;
    setError(isWrong ? t('comparative.staff.give.choose') : undefined);
    if (isWrong) return announce(t('comparative.staff.give.choose'));
    const name = nameOf(reviewer.name);
    change.mutate(
      { give: { reviewerId: reviewer.id, workIds: [left, right] } },
      {
        onSuccess: ({ comparisonId, changed }) =>
          showToast(
            changed
              ? {
                  text: t('comparative.staff.given', { name }),
                  undo: () => change.mutate({ take: comparisonId }),
                }
              : { text: t('comparative.staff.had', { name }) },
          ),
      },
    );
    setReviewerId(null);
    setFirstId(null);
    setSecondId(null);
    // Fields that have done their work are empty again.
    setCount(count + 1);
  }

  return (
    <div key={count} className={cx(layout['measure'], layout['stack'])}>
      <ComboBox
        label={t('comparative.staff.give.who')}
        hint={t('comparative.staff.give.hint')}
        choices={reviewers.map(({ id, name, comparisons }) => ({
          id,
          text: nameOf(name),
          hint: t('comparative.staff.give.has', { count: comparisons }),
        }))}
        value={reviewerId}
        onChange={setReviewerId}
      />
      <ComboBox label={t('comparative.staff.left')} choices={open} value={firstId} onChange={setFirstId} />
      <ComboBox
        label={t('comparative.staff.right')}
        choices={open.filter(({ id }) => id !== firstId)}
        value={secondId}
        error={error}
        onChange={setSecondId}
      />
      {change.error !== null && <Problem error={change.error} />}
      <div>
        <Button variant="primary" isPending={change.isPending} onPress={give}>
          {t('comparative.staff.give.confirm')}
        </Button>
      </div>
    </div>
  );
}
