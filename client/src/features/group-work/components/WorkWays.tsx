import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { deliverableIn, pathOfWork, useProjectWorks, walkedOf } from '../works-api.ts';
import { useLoadAll } from '../../../app/use-load-all.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { WalkButtons } from '../../marking/components/WalkButtons.tsx';
import { neighboursOf, nextToMark } from '../../marking/walk.ts';
import type { Place } from '../api.ts';

export interface WorkWaysProps {
  readonly place: Place;
}

/** For staff: to the works before and after, and to the next that waits to be marked. */
export default function WorkWays({ place }: WorkWaysProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { activityId } = place;
  const query = useProjectWorks(activityId);
  const loadAll = useLoadAll(query);
  useEffect(loadAll);
  const works = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const walked = walkedOf(works);
  const here = deliverableIn(works, place)?.workId ?? '';
  const { previous, next } = neighboursOf(walked, here);
  const goTo = (workId: string | null) => {
    const path = pathOfWork(activityId, works, workId);
    return path === null ? null : () => void navigate(`${path}${search}`);
  };
  return (
    <nav className={cx(layout['row'])} aria-label={t('marking.work.ways')}>
      <Link to={`/group-work/${activityId}/works${search}`}>{t('marking.link')}</Link>
      <WalkButtons
        back={{ label: t('marking.work.previous'), go: goTo(previous) }}
        forth={{ label: t('marking.work.following'), go: goTo(next) }}
        next={{ label: t('marking.next'), go: goTo(nextToMark(walked, here)) }}
      />
    </nav>
  );
}
