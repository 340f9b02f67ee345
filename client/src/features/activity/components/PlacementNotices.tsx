import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Placement, useConfirmCopy, usePlacement, useSetDatesLeader, useTakeOverDates } from '../api.ts';

/** What staff have to know of how the activity sits in its course; nothing for most. */
export function PlacementNotices({ activityId }: { readonly activityId: string }) {
  const { data } = usePlacement(activityId);
  if (data === undefined) return null;
  const { copiedFrom, submissionsCloseAt, hiddenFrom, leads, can } = data;
  if (copiedFrom === null && leads === null && hiddenFrom === null) return null;
  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      {copiedFrom !== null && <Copied activityId={activityId} copy={copiedFrom} mayEdit={can.edit} />}
      {submissionsCloseAt !== null ? (
        <ClosesElsewhere activityId={activityId} dates={submissionsCloseAt} mayEdit={can.edit} />
      ) : (
        leads !== null && <Leader activityId={activityId} leads={leads} mayEdit={can.edit} />
      )}
      {hiddenFrom !== null && <HiddenTooEarly hidden={hiddenFrom} />}
    </div>
  );
}

interface CopiedProps {
  readonly activityId: string;
  readonly copy: NonNullable<Placement['copiedFrom']>;
  readonly mayEdit: boolean;
}

function Copied({ activityId, copy, mayEdit }: CopiedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const confirm = useConfirmCopy(activityId);
  const { courseTitle: course, movedByDays: days } = copy;
  const when = format.moment(copy.at);
  const actions = (
    <>
      <ButtonLink to={`/activities/${activityId}/settings`}>{t('launch.placement.copied.check')}</ButtonLink>
      <Button
        isPending={confirm.isPending}
        onPress={() =>
          confirm.mutate(undefined, { onSuccess: () => announce(t('launch.placement.copied.confirmed')) })
        }
      >
        {t(confirm.isPending ? 'launch.placement.copied.confirming' : 'launch.placement.copied.confirm')}
      </Button>
    </>
  );
  return (
    <Banner
      tone="warn"
      title={
        course === null
          ? t('launch.placement.copied.titleUnnamed', { when })
          : t('launch.placement.copied.title', { course, when })
      }
      actions={mayEdit && actions}
    >
      <p>
        {days === null
          ? t('launch.placement.copied.notMoved')
          : t('launch.placement.copied.moved', { count: days })}{' '}
        {t('launch.placement.copied.nothingElse')}
      </p>
      {confirm.error !== null && <Problem error={confirm.error} />}
    </Banner>
  );
}

interface ClosesElsewhereProps {
  readonly activityId: string;
  readonly dates: NonNullable<Placement['submissionsCloseAt']>;
  readonly mayEdit: boolean;
}

function ClosesElsewhere({ activityId, dates, mayEdit }: ClosesElsewhereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeOver = useTakeOverDates(activityId);
  const announceDone = () => announce(t('launch.placement.closing.takenOver'));
  return (
    <Banner
      tone="warn"
      title={t('launch.placement.closing.title')}
      actions={
        mayEdit && (
          <>
            <Button
              isPending={takeOver.isPending}
              onPress={() => takeOver.mutate(dates.theirs, { onSuccess: announceDone })}
            >
              {t(
                takeOver.isPending
                  ? 'launch.placement.closing.takingOver'
                  : 'launch.placement.closing.takeOver',
              )}
            </Button>
            <LeadButton activityId={activityId} to="lms" />
          </>
        )
      }
    >
      <ul className={cx(layout['plainList'])}>
        <li>{t('launch.placement.closing.theirs', { when: format.moment(dates.theirs) })}</li>
        <li>{t('launch.placement.closing.ours', { when: format.moment(dates.ours) })}</li>
      </ul>
      {takeOver.error !== null && <Problem error={takeOver.error} />}
    </Banner>
  );
}

interface LeaderProps {
  readonly activityId: string;
  readonly leads: NonNullable<Placement['leads']>;
  readonly mayEdit: boolean;
}

/** Whose date for handing in counts, where both are the same or the course leads. */
function Leader({ activityId, leads: { ledBy, theirs }, mayEdit }: LeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ledBy === 'roundtable')
    return (
      mayEdit && (
        <p className={cx(layout['row'], layout['muted'])}>
          <span>{t('launch.placement.leads.same')}</span>
          <LeadButton activityId={activityId} to="lms" />
        </p>
      )
    );
  return (
    <Banner
      tone="info"
      title={
        theirs === null
          ? t('launch.placement.leads.none')
          : t('launch.placement.leads.course', { when: format.moment(theirs) })
      }
      actions={mayEdit && <LeadButton activityId={activityId} to="roundtable" />}
    >
      {t('launch.placement.leads.text')}
    </Banner>
  );
}

function LeadButton({ activityId, to }: { readonly activityId: string; readonly to: 'roundtable' | 'lms' }) {
  const { t } = useTranslation();
  const lead = useSetDatesLeader(activityId);
  return (
    <>
      <Button
        isPending={lead.isPending}
        onPress={() => lead.mutate(to, { onSuccess: () => announce(t(`launch.placement.leads.done.${to}`)) })}
      >
        {t(`launch.placement.leads.let.${to}`)}
      </Button>
      {lead.error !== null && <Problem error={lead.error} />}
    </>
  );
}

function HiddenTooEarly({ hidden }: { readonly hidden: NonNullable<Placement['hiddenFrom']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Banner tone="warn" title={t('launch.placement.hidden.title')}>
      {t('launch.placement.hidden.text', {
        at: format.moment(hidden.at),
        until: format.moment(hidden.neededUntil),
      })}
    </Banner>
  );
}
