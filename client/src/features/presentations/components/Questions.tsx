import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUESTION_MAX } from '../../../../../server/src/contracts/presentation-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import {
  type Presentation,
  type Question,
  type SlotPlace,
  useAsk,
  useMarkAnswered,
  useVote,
} from '../audience-api.ts';

interface QuestionsProps {
  readonly place: SlotPlace;
  readonly presentation: Presentation;
}

/** What the audience wants to know: asked and voted for while the group presents. */
export function Questions({ place, presentation: { questions, can } }: QuestionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ask = useAsk(place);
  const [text, setText] = useState('');
  const isTooLong = text.length > QUESTION_MAX;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (text.trim() === '' || isTooLong) return announce(t('common.formErrors', { count: 1 }));
    ask.mutate(
      { questionId: newId(), text: text.trim() },
      {
        onSuccess: () => {
          setText('');
          announce(t('presentations.audience.asked'));
        },
      },
    );
  }

  return (
    <section aria-labelledby="questions" className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      <h2 id="questions">{t('presentations.audience.questions')}</h2>
      {can.ask && (
        <form noValidate onSubmit={submit} className={cx(layout['stack'], layout['tight'])}>
          <TextArea
            label={t('presentations.audience.ask')}
            hint={t('presentations.audience.askHint')}
            rows={2}
            value={text}
            error={
              isTooLong ? t('groupWork.setUp.invalid.brief', { max: format.number(QUESTION_MAX) }) : undefined
            }
            onChange={setText}
          />
          {ask.error !== null && <Problem error={ask.error} />}
          <div>
            <Button type="submit" isPending={ask.isPending}>
              {t('presentations.audience.askButton')}
            </Button>
          </div>
        </form>
      )}
      {questions.length === 0 ? (
        <p className={cx(layout['muted'])}>{t('presentations.audience.noQuestions')}</p>
      ) : (
        <ul className={cx(lines['list'])}>
          {questions.map((question) => (
            <QuestionLine key={question.questionId} place={place} question={question} can={can} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface QuestionLineProps {
  readonly place: SlotPlace;
  readonly question: Question;
  readonly can: Presentation['can'];
}

function QuestionLine({ place, question, can }: QuestionLineProps) {
  const { t } = useTranslation();
  const vote = useVote(place);
  const markAnswered = useMarkAnswered(place);
  const { questionId, text, votes, hasVoted, isOwn, by, answeredAt } = question;
  const isAnswered = answeredAt !== null;
  const error = vote.error ?? markAnswered.error;
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <p className={cx(layout['prose'])}>
          <bdi>{text}</bdi>
        </p>
        <div className={cx(layout['row'])}>
          <span className={cx(layout['muted'], layout['small'])}>
            {t('presentations.audience.votes', { count: votes })}
            {by !== null && ` · ${by}`}
            {by === null && isOwn && ` · ${t('groupWork.you')}`}
          </span>
          {isAnswered && <Badge tone="good">{t('presentations.audience.answered')}</Badge>}
          {can.ask && !isAnswered && (
            <Checkbox
              // At once; the answer says the same, or that it could not be.
              isChecked={vote.isPending ? vote.variables.voted : hasVoted}
              onChange={(voted) => vote.mutate({ questionId, voted })}
            >
              {t('presentations.audience.vote')}
            </Checkbox>
          )}
          {can.lead && (
            <Checkbox
              isChecked={markAnswered.isPending ? markAnswered.variables.answered : isAnswered}
              onChange={(answered) => markAnswered.mutate({ questionId, answered })}
            >
              {t('presentations.audience.mark')}
            </Checkbox>
          )}
        </div>
        {error !== null && <Problem error={error} />}
      </div>
    </li>
  );
}
