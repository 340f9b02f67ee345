import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/Icon.tsx';
import layout from '../../../ui/layout.module.css';
import styles from './RatingField.module.css';
import { type Advice, adviceOn, type CoachContext } from '../coach.ts';

interface CoachAdviceProps extends CoachContext {
  readonly text: string;
}

/** After so long without a key one has stopped to think: nobody is talked over while writing. */
const PAUSE_MS = 1500;

/** What would make a comment more helpful: advice beside the field, which keeps nobody from submitting. */
export function CoachAdvice({ text, titles, isOfCriterion, hasPassages = false }: CoachAdviceProps) {
  const { t } = useTranslation();
  const [considered, setConsidered] = useState('');
  const sentenceOf = (found: readonly Advice[]): string =>
    [t('rubric.coach.intro'), ...found.map((advice) => t(`rubric.coach.${advice}`))].join(' ');
  useEffect(() => {
    if (text === considered) return undefined;
    const timer = setTimeout(() => {
      setConsidered(text);
      const found = adviceOn(text, { titles, isOfCriterion, hasPassages });
      if (text.trim() !== '') announce(found.length === 0 ? t('rubric.coach.good') : sentenceOf(found));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });

  if (considered.trim() === '') return null;
  const advice = adviceOn(considered, { titles, isOfCriterion, hasPassages });
  if (advice.length === 0) {
    return (
      <p className={cx(layout['signed'], layout['muted'], layout['small'])}>
        <Icon name="check" />
        {t('rubric.coach.good')}
      </p>
    );
  }
  return (
    <div className={cx(layout['muted'], layout['small'])}>
      <p>{t('rubric.coach.intro')}</p>
      <ul className={cx(styles['advice'])}>
        {advice.map((one) => (
          <li key={one}>{t(`rubric.coach.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}
