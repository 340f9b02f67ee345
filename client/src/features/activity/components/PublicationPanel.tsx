import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import type { Format } from '../../../i18n/format.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { TemplateActions } from '../../journeys/components/TemplateActions.tsx';
import { stepName } from '../step-name.ts';
import { OpeningNote, OpeningPanel } from './OpeningPanel.tsx';
import styles from './PublicationPanel.module.css';
import { useOpening } from '../opening-api.ts';
import { type Publication, usePublication, useSetPublication } from '../publication-api.ts';

interface PublicationPanelProps {
  readonly activityId: string;
  readonly title: string;
}

/** For staff: a draft's or a closed activity's next step in sight, and what is seldom done with any, folded away. */
export function PublicationPanel({ activityId, title }: PublicationPanelProps) {
  const { t } = useTranslation();
  const { data } = usePublication(activityId);
  const opening = useOpening(activityId);
  const [isAsking, setIsAsking] = useState(false);
  // Its room is kept, and all of it comes at once, so that what is below does not jump.
  if (data === undefined || opening.isPending) return <div className={cx(layout['line'])} />;
  const { state, can } = data;
  const mayMove = can.publish || can.close || can.reopen;
  const button = mayMove && (
    <Button variant={state === 'draft' ? 'primary' : 'secondary'} onPress={() => setIsAsking(true)}>
      {t(`publication.${state}.open`)}
    </Button>
  );
  return (
    <>
      {state === 'published' ? null : (
        <Banner tone="info" title={t(`publication.${state}.title`)} actions={button}>
          {t(`publication.${state}.text`)}
        </Banner>
      )}
      {opening.data && <OpeningNote opening={opening.data} />}
      <Disclosure title={t('publication.manage')}>
        <div className={cx(layout['stack'])}>
          {opening.data && <OpeningPanel activityId={activityId} opening={opening.data} />}
          <div className={cx(layout['row'])}>
            {state === 'published' && button}
            <TemplateActions activityId={activityId} title={title} firstAt={data.dates[0]?.at} />
          </div>
        </div>
      </Disclosure>
      {isAsking && (
        <MoveDialog activityId={activityId} publication={data} onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}

interface MoveDialogProps {
  readonly activityId: string;
  readonly publication: Publication;
  readonly onClose: () => void;
}

function MoveDialog({ activityId, publication, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const move = useSetPublication(activityId);
  // What is asked here stays until the dialog is gone, though the answer changes the state behind it.
  const [{ state, faults, ...rest }] = useState(publication);
  const facts = factsOf({ state, faults, ...rest }, t, format);
  useEffect(() => {
    if (move.isSuccess) onClose();
  }, [move.isSuccess, onClose]);
  const confirm = () =>
    move.mutate(state === 'published' ? 'closed' : 'published', {
      onSuccess: () => showToast({ text: t(`publication.${state}.done`) }),
    });
  return (
    <ConfirmDialog
      title={t(`publication.${state}.dialog`)}
      confirm={t(`publication.${state}.confirm`)}
      isPending={move.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <ul className={cx(styles['facts'], layout['prose'])}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {state !== 'published' && faults.length > 0 && <Faults faults={faults} />}
      {move.error !== null && <Problem error={move.error} />}
    </ConfirmDialog>
  );
}

function Faults({ faults }: Pick<Publication, 'faults'>) {
  const { t } = useTranslation();
  return (
    <Banner tone="warn" title={t('publication.fault.title')}>
      <ul className={cx(styles['facts'])}>
        {faults.map((fault) => {
          const text = faultText(fault, t);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </Banner>
  );
}

function faultText(fault: Publication['faults'][number], t: TFunction): string {
  if ('count' in fault) return t(`publication.fault.${fault.code}`, { count: fault.count });
  return fault.code === 'dateInPast'
    ? t('publication.fault.dateInPast', { step: stepName(fault.step, t) })
    : t(`publication.fault.${fault.code}`);
}

function factsOf(
  { state, learners, unfinished, dates, isAnnounced }: Publication,
  t: TFunction,
  format: Format,
): string[] {
  if (state === 'published') {
    return [
      t('publication.fact.readOn', { n: format.number(learners) }),
      ...(unfinished > 0 ? [t('publication.fact.unfinished', { n: format.number(unfinished) })] : []),
      t(isAnnounced ? 'publication.fact.noReminders' : 'publication.fact.reopen'),
    ];
  }
  return [
    t(state === 'draft' ? 'publication.fact.seen' : 'publication.fact.writeAgain', {
      n: format.number(learners),
    }),
    ...dates.map(({ step, at }) =>
      t(isAnnounced ? 'publication.fact.date' : 'publication.fact.dateAlone', {
        step: stepName(step, t),
        when: format.moment(at),
      }),
    ),
    ...(isAnnounced ? [t('publication.fact.reminders')] : []),
  ];
}
