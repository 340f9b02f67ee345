import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { CheckboxGroup } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { LoadMore } from '../../../ui/LoadMore.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useActivities } from '../api.ts';

interface ActivityPickerProps {
  readonly chosen: readonly string[];
  readonly acceptsMany: boolean;
  /** What is wrong with the choice, translated. */
  readonly error: string | undefined;
  readonly onChange: (chosen: string[]) => void;
}

/** The course's activities, newest first, to choose one or several of. */
export function ActivityPicker({ chosen, acceptsMany, error, onChange }: ActivityPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const activities = useActivities();
  if (activities.isPending) return <Skeleton />;
  if (activities.isError) return <Problem error={activities.error} retry={() => void activities.refetch()} />;
  const items = activities.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState title={t('peerReview.setUp.pick.empty.title')}>
        {t('peerReview.setUp.pick.empty.text')}
      </EmptyState>
    );
  }
  const set = {
    label: t(acceptsMany ? 'peerReview.setUp.pick.legendMany' : 'peerReview.setUp.pick.legendOne'),
    look: 'cards' as const,
    error,
    choices: items.map(({ id, title, points, state, createdAt }) => ({
      id,
      text: state === 'published' ? title : t(`publication.named.${state}`, { title }),
      hint: t('peerReview.setUp.pick.points', {
        points: format.number(points),
        when: format.moment(createdAt),
      }),
    })),
  };
  return (
    <div className={cx(layout['stack'])}>
      {acceptsMany ? (
        <CheckboxGroup {...set} value={chosen} onChange={onChange} />
      ) : (
        <RadioGroup {...set} value={chosen[0] ?? null} onChange={(id) => onChange([id])} />
      )}
      <LoadMore query={activities} />
    </div>
  );
}
