import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cellsOf, headingsOf, optionText } from '../../../../../server/src/contracts/questionnaire-cells.ts';
import { useFormat } from '../../../app/context.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { OwnQuestionnaire } from '../api.ts';
import styles from './Questionnaire.module.css';

type Scores = NonNullable<OwnQuestionnaire['scores']>;
type Scored = Scores['items'][number];

const TONES: Record<NonNullable<Scored['score']>['mark'], Tone> = {
  right: 'good',
  partly: 'warn',
  wrong: 'bad',
  blank: 'neutral',
};

interface OwnScoresProps {
  readonly title: string;
  readonly scores: Scores;
}

/** What one has reached, attempt by attempt, and question by question of the last. */
export function OwnScores({ title, scores: { attempts, items } }: OwnScoresProps) {
  const headingId = useId();
  const { t } = useTranslation();
  const format = useFormat();
  const scored = ({ points, possible }: { points: number; possible: number }) =>
    t('check.scored', {
      points: format.number(points),
      possible: format.number(possible),
      percent: format.percent(possible === 0 ? 0 : (100 * points) / possible),
    });
  return (
    <section className={cx(layout['stack'])} aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <ul className={cx(layout['plainList'], layout['stack'], layout['tight'])}>
        {attempts.map((one) => (
          <li key={one.attempt} className={cx(layout['row'])}>
            {attempts.length > 1 && <span>{t('check.attempt', { n: one.attempt })}</span>}
            <strong>{scored(one)}</strong>
            <span className={cx(layout['muted'])}>{format.shortMoment(one.submittedAt)}</span>
            {attempts.length > 1 && one.counts && <Badge tone="good">{t('check.standing')}</Badge>}
          </li>
        ))}
      </ul>
      <h3>{t('check.questions')}</h3>
      <ol className={cx(styles['items'])}>
        {items.map((one) => (
          <ScoredItem key={one.item.id} one={one} scored={scored} />
        ))}
      </ol>
    </section>
  );
}

interface ScoredItemProps {
  readonly one: Scored;
  readonly scored: (score: { points: number; possible: number }) => string;
}

function ScoredItem({ one: { item, answer, score, feedback, right }, scored }: ScoredItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said =
    typeof answer === 'number'
      ? format.number(answer)
      : item.kind === 'matrix'
        ? cellsOf(item, answer ?? undefined)
            .map((cell, index) => `${headingsOf(item)[index] ?? ''}: ${cell}`)
            .join('; ')
        : cellsOf(item, answer ?? undefined).join('; ');
  const { options } = 'options' in item ? item : { options: [] };
  const rightText =
    right === null
      ? null
      : right.number === null
        ? format.list(right.optionIds.map((id) => optionText(options, id)))
        : right.tolerance === 0
          ? format.number(right.number)
          : t('check.within', {
              number: format.number(right.number),
              tolerance: format.number(right.tolerance),
            });
  return (
    <li className={cx(layout['card'], layout['stack'], layout['tight'])}>
      <h3>{item.text}</h3>
      {score !== null && (
        <div className={cx(layout['row'])}>
          <Badge tone={TONES[score.mark]}>{t(`check.mark.${score.mark}`)}</Badge>
          <span className={cx(layout['muted'])}>{scored(score)}</span>
        </div>
      )}
      {answer !== null && <p className={cx(layout['prose'])}>{t('check.yours', { answer: said })}</p>}
      {rightText !== null && (
        <p className={cx(layout['prose'])}>{t('check.rightIs', { answer: rightText })}</p>
      )}
      {feedback.map((text) => (
        <p key={text} className={cx(layout['prose'])}>
          {text}
        </p>
      ))}
    </li>
  );
}
