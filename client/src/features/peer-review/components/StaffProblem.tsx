import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { REASON_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { type StaffProblem as Reported, useAnswerProblem } from '../problems-api.ts';

const TONES: Record<Reported['state'], Tone> = { open: 'warn', replaced: 'good', dismissed: 'neutral' };

interface StaffProblemProps {
  readonly activityId: string;
  readonly problem: Reported;
}

/** One reported problem, with what staff can do about it. */
export function StaffProblem({ activityId, problem }: StaffProblemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  const unnamed = t('staffView.somebody');
  const { kind, text, reportedAt, reporter, author, state, can } = problem;
  const authorName = author.name ?? unnamed;

  /** The pressed button is gone: the focus goes to what came in its place. */
  function done(): void {
    announce(t('staffView.problem.staff.done'));
    box.current?.focus();
  }

  return (
    <article ref={box} tabIndex={-1} className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h3>
        {t('staffView.problem.staff.about', {
          kind: t(`staffView.problem.kind.${kind}`),
          author: authorName,
        })}
      </h3>
      <div className={cx(layout['row'], layout['snug'])}>
        <Badge tone={TONES[state]}>{t(`staffView.problem.staff.state.${state}`)}</Badge>
        <span className={cx(layout['muted'], layout['small'])}>
          {t('staffView.problem.staff.by', {
            name: reporter.name ?? unnamed,
            when: format.moment(reportedAt),
          })}
        </span>
      </div>
      {text !== '' && <p className={cx(layout['prose'])}>{text}</p>}
      <Answered problem={problem} />
      <div>
        <Link to={`/activities/${activityId}/learners/${author.id}`}>
          {t('staffView.problem.staff.openWork', { name: authorName })}
        </Link>
      </div>
      {can.dismiss && <AnswerForm activityId={activityId} problem={problem} onDone={done} />}
    </article>
  );
}

function Answered({ problem: { answer, state, comparing } }: Pick<StaffProblemProps, 'problem'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (answer === null) return null;
  const unnamed = t('staffView.somebody');
  const { instead } = answer;
  const given = comparing ? 'staffView.problem.staff.otherPairs' : 'staffView.problem.staff.noInstead';
  return (
    <>
      {state === 'replaced' && (
        <p>
          {instead === null
            ? t(given)
            : t('staffView.problem.staff.instead', { name: instead.name ?? unnamed })}
        </p>
      )}
      {answer.words !== '' && <p className={cx(layout['prose'])}>{answer.words}</p>}
      <p className={cx(layout['muted'], layout['small'])}>
        {t('staffView.problem.staff.answered', {
          name: answer.byName ?? unnamed,
          when: format.moment(answer.at),
        })}
      </p>
    </>
  );
}

interface AnswerFormProps extends StaffProblemProps {
  readonly onDone: () => void;
}

function AnswerForm({ activityId, problem, onDone }: AnswerFormProps) {
  const { t } = useTranslation();
  const answer = useAnswerProblem(activityId);
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const { id, kind, revision, can, comparing } = problem;

  function send(action: 'replace' | 'dismiss'): void {
    const said = words.trim();
    const isWrong = said.length > REASON_MAX || (action === 'dismiss' && said === '');
    setError(isWrong ? t('staffView.problem.staff.wordsWrong', { max: REASON_MAX }) : undefined);
    if (isWrong) return announce(t('common.formErrors', { count: 1 }));
    answer.mutate({ id, action, words: said, expectedRevision: revision }, { onSuccess: onDone });
  }

  return (
    <>
      <TextArea
        label={t('staffView.problem.staff.words')}
        rows={2}
        value={words}
        error={error}
        onChange={setWords}
      />
      <p className={cx(layout['muted'], layout['small'])}>
        {can.replace && t(`staffView.problem.staff.${comparing ? 'replacePairHint' : 'replaceHint'}`)}
        {!can.replace && t(`staffView.problem.staff.${comparing ? 'pairSubmitted' : 'submitted'}`)}
        {can.replace && kind === 'conflict' && ` ${t('exclusions.confirmHint')}`}
      </p>
      {answer.error !== null && <Problem error={answer.error} />}
      <div className={cx(layout['row'])}>
        {can.replace && (
          <Button variant="primary" isPending={answer.isPending} onPress={() => send('replace')}>
            {t(`staffView.problem.staff.${comparing ? 'replacePair' : 'replace'}`)}
          </Button>
        )}
        <Button isPending={answer.isPending} onPress={() => send('dismiss')}>
          {t('staffView.problem.staff.dismiss')}
        </Button>
      </div>
    </>
  );
}
