import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useActivities } from '../api.ts';
import styles from './ActivityPicker.module.css';

interface ActivityPickerProps {
  readonly chosen: readonly string[];
  readonly acceptsMany: boolean;
  readonly onChange: (chosen: string[]) => void;
}

/** The course's activities, newest first, to choose one or several of. */
export function ActivityPicker({ chosen, acceptsMany, onChange }: ActivityPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useId();
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
  const toggle = (id: string, isChosen: boolean) => {
    if (!acceptsMany) onChange([id]);
    else onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  };
  return (
    <div className={cx(layout['stack'])}>
      <fieldset>
        <legend className={cx(styles['legend'])}>
          {t(acceptsMany ? 'peerReview.setUp.pick.legendMany' : 'peerReview.setUp.pick.legendOne')}
        </legend>
        <div className={cx(styles['list'])}>
          {items.map(({ id, title, points, createdAt }) => (
            <label key={id} className={cx(styles['choice'])}>
              <input
                type={acceptsMany ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>
                <span className={cx(styles['title'])}>{title}</span>
                <br />
                <span className={cx(layout['muted'], layout['small'])}>
                  {t('peerReview.setUp.pick.points', {
                    points: format.number(points),
                    when: format.moment(createdAt),
                  })}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {activities.hasNextPage && (
        <div>
          <Button isPending={activities.isFetchingNextPage} onPress={() => void activities.fetchNextPage()}>
            {t(activities.isFetchingNextPage ? 'common.loadingMore' : 'common.loadMore')}
          </Button>
        </div>
      )}
    </div>
  );
}
