import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import type { LearnerActivity } from '../api.ts';
import { type NextWork as Next, useNextWork, useTakeNextWork } from '../pull-api.ts';

export interface NextWorkProps {
  /** What the page shows changes what is next: it is asked for anew. */
  readonly activity: LearnerActivity;
}

/** The next work to review where they are taken one at a time: to take, or why there is none and when there may be. */
export default function NextWork({ activity }: NextWorkProps) {
  const query = useNextWork(activity.id);
  const { refetch } = query;
  const shown = useRef(activity);
  useEffect(() => {
    if (shown.current !== activity) void refetch();
    shown.current = activity;
  }, [activity, refetch]);
  useAnnounceWork(query.data?.state);
  if (query.isError && query.data === undefined)
    return <Problem error={query.error} retry={() => void refetch()} />;
  if (query.data === undefined) return null;
  return <Standing next={query.data} activityId={activity.id} />;
}

/** Who waits hears that there is work. */
function useAnnounceWork(state: Next['state'] | undefined): void {
  const { t } = useTranslation();
  const before = useRef(state);
  useEffect(() => {
    if ((before.current === 'wait' || before.current === 'offer') && state === 'ready')
      announce(t('pull.arrived'));
    before.current = state;
  }, [state, t]);
}

function Standing({ next, activityId }: { readonly next: Next; readonly activityId: string }) {
  const { t } = useTranslation();
  const when = useWhenOrNull();
  const until = when(next.worksUntil);
  const held = when(next.heldUntil);
  switch (next.state) {
    case 'handIn':
      return <EmptyState title={t('pull.handIn.title')}>{t('pull.handIn.text')}</EmptyState>;
    case 'wait':
      return (
        <EmptyState title={t('pull.wait.title')}>
          {until === null ? t('pull.wait.noMore') : t('pull.wait.until', { when: until })}
        </EmptyState>
      );
    case 'open':
      return held === null ? null : (
        <p className={cx(layout['muted'], layout['small'])}>{t('pull.held', { when: held })}</p>
      );
    case 'ready':
      return <Take activityId={activityId} text={t('pull.ready.text')} button={t('pull.ready.button')} />;
    case 'offer': {
      const text = until === null ? t('pull.offer.noMore') : t('pull.offer.until', { when: until });
      return <Take activityId={activityId} text={text} button={t('pull.offer.button')} />;
    }
    case 'help':
      return (
        <Take activityId={activityId} text={t('pull.help.text')} button={t('pull.help.button')} isOptional />
      );
    case 'done':
      return <p>{t('pull.done')}</p>;
    case 'closed':
      return null;
  }
}

function useWhenOrNull(): (iso: string | null) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (iso) =>
    iso === null
      ? null
      : t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
}

interface TakeProps {
  readonly activityId: string;
  readonly text: string;
  readonly button: string;
  readonly isOptional?: boolean;
}

function Take({ activityId, text, button, isOptional }: TakeProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const take = useTakeNextWork(activityId);
  const go = () =>
    take.mutate(undefined, {
      onSuccess: ({ reviewId }) => {
        if (reviewId === null) return announce(t('pull.gone'));
        void navigate(`/activities/${activityId}/reviews/${reviewId}`);
      },
    });
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <p>{text}</p>
      {take.error !== null && <Problem error={take.error} />}
      <div>
        <Button variant={isOptional ? 'secondary' : 'primary'} isPending={take.isPending} onPress={go}>
          {button}
        </Button>
      </div>
    </div>
  );
}
