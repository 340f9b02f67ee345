import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { useNow } from '../../../app/use-now.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { type OwnDisputes as Own, useOpenDispute, useOwnDisputes, useWithdrawDispute } from '../api.ts';
import styles from './Disputes.module.css';
import { StateBadge } from './StateBadge.tsx';

type Target = Own['targets'][number];

/** What a learner can dispute after the release, and what became of it. */
export default function OwnDisputes({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const query = useOwnDisputes(activityId);
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  const { until, targets } = query.data;
  const shown = targets.filter(({ dispute, can }) => dispute !== null || can.dispute);
  if (until === null || shown.length === 0) return null;
  const when = format.moment(until);
  const isReviewed = targets.some(({ target }) => target.kind === 'review');
  const intro = isReviewed ? 'disputes.own.intro' : 'disputes.own.introGrade';
  const canAsk = shown.some(({ can }) => can.dispute);
  // Where all is disputed already there is nothing to say of the time that is left.
  const text = canAsk
    ? t(intro, { when })
    : Date.parse(until) < now
      ? t('disputes.own.over', { when })
      : null;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="disputes">
      <h3 id="disputes">{t('disputes.title')}</h3>
      {text !== null && <p className={cx(layout['prose'])}>{text}</p>}
      {shown.map((target) => (
        <OwnDispute
          key={JSON.stringify(target.target)}
          activityId={activityId}
          about={target}
          isOnlyGrade={targets.filter((one) => one.target.kind === 'grade').length === 1}
        />
      ))}
    </section>
  );
}

interface OwnDisputeProps {
  readonly activityId: string;
  readonly about: Target;
  /** There is no other column beside it, so its name says nothing. */
  readonly isOnlyGrade: boolean;
}

function OwnDispute({ activityId, about, isOnlyGrade }: OwnDisputeProps) {
  const { t } = useTranslation();
  const withdraw = useWithdrawDispute(activityId);
  const box = useRef<HTMLElement>(null);
  const { target, dispute, can } = about;
  const what = nameOf();

  function nameOf(): string {
    if (target.kind === 'review') {
      return about.label === null
        ? t('disputes.own.review', { pseudonym: target.pseudonym })
        : t('disputes.own.reviewNamed', { name: about.label });
    }
    return isOnlyGrade ? t('disputes.own.grade') : t('disputes.own.gradeIn', { label: about.label ?? '' });
  }

  /** The pressed button is gone: the focus goes to what came in its place. */
  function done(text: string): void {
    announce(text);
    box.current?.focus();
  }

  return (
    <article ref={box} tabIndex={-1} className={cx(layout['card'], layout['stack'])}>
      <h4>{what}</h4>
      {dispute !== null && <Course dispute={dispute} />}
      {withdraw.error !== null && <Problem error={withdraw.error} />}
      {dispute?.can.withdraw === true && (
        <div>
          <Button
            isPending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(dispute.id, { onSuccess: () => done(t('disputes.own.withdrawn')) })
            }
          >
            {t('disputes.own.withdraw', { what })}
          </Button>
        </div>
      )}
      {can.dispute && (
        <Disclosure title={t('disputes.own.ask', { what })}>
          <DisputeForm activityId={activityId} target={target} onDone={() => done(t('disputes.own.sent'))} />
        </Disclosure>
      )}
    </article>
  );
}

function Course({ dispute }: { readonly dispute: NonNullable<Target['dispute']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, openedAt, answerBy, reason, answer } = dispute;
  return (
    <>
      <div>
        <StateBadge state={state} />
      </div>
      <p className={cx(layout['muted'], layout['small'])}>
        {t('disputes.dates', { sent: format.moment(openedAt), answerBy: format.moment(answerBy) })}
      </p>
      <div>
        <h5>{t('disputes.wrote')}</h5>
        <p className={cx(layout['prose'], styles['words'])}>{reason}</p>
      </div>
      {answer !== null && (
        <div>
          <h5>{t('disputes.answer', { when: format.moment(answer.at) })}</h5>
          <p className={cx(layout['prose'], styles['words'])}>{answer.reason}</p>
        </div>
      )}
    </>
  );
}

interface DisputeFormProps {
  readonly activityId: string;
  readonly target: Target['target'];
  readonly onDone: () => void;
}

function DisputeForm({ activityId, target, onDone }: DisputeFormProps) {
  const { t } = useTranslation();
  const open = useOpenDispute(activityId);
  // Sent again after a broken connection it is still the same dispute.
  const [id] = useState(newId);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isWrong = reason.trim() === '' || reason.trim().length > REASON_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (isWrong) return announce(t('common.formErrors', { count: 1 }));
    open.mutate({ id, target, reason: reason.trim() }, { onSuccess: onDone });
  }

  return (
    <form noValidate onSubmit={submit} className={cx(layout['stack'])}>
      <TextArea
        label={t('disputes.own.reason')}
        rows={4}
        value={reason}
        error={isTried && isWrong ? t('disputes.reasonWrong', { max: REASON_MAX }) : undefined}
        onChange={setReason}
      />
      {open.error !== null && <Problem error={open.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={open.isPending}>
          {t(open.isPending ? 'disputes.own.sending' : 'disputes.own.send')}
        </Button>
      </div>
    </form>
  );
}
