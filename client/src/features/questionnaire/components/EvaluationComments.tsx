import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Evaluation, useCheckComment } from '../evaluation-api.ts';

type Group = Evaluation['groups'][number];
type Person = Group['people'][number];

interface EvaluationCommentsProps {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** What members wrote to each other: staff read it, and say what the person reads. */
export function EvaluationComments({ id, evaluation: { groups, can } }: EvaluationCommentsProps) {
  const { t } = useTranslation();
  const check = useCheckComment(id);
  const about = groups.flatMap((group) =>
    group.people.filter(({ comments }) => comments.length > 0).map((person) => ({ group, person })),
  );
  if (about.length === 0) return null;
  const nameOf = ({ name }: Person) => name ?? t('questionnaire.results.nameless');
  return (
    <section aria-labelledby="comments" className={cx(layout['stack'])}>
      <h2 id="comments">{t('groupTexts.check.title')}</h2>
      <p className={cx(layout['prose'])}>{t('groupTexts.check.intro')}</p>
      {!can.check && <p className={cx(layout['muted'])}>{t('groupTexts.check.first')}</p>}
      {check.error !== null && <Problem error={check.error} />}
      {about.map(({ group, person }) => (
        <div
          key={`${group.id}/${person.id}`}
          className={cx(layout['card'], layout['stack'], layout['tight'])}
        >
          <h3>{t('groupTexts.check.to', { name: nameOf(person), group: group.name ?? t('spaces.gone') })}</h3>
          {person.isWithheld && <p className={cx(layout['muted'])}>{t('groupTexts.check.withheld')}</p>}
          <ul className={cx(layout['plainList'], layout['stack'])}>
            {person.comments.map(({ key, question, text, isShown }) => (
              <li key={key}>
                <p className={cx(layout['muted'], layout['small'])}>{question}</p>
                <p>
                  <bdi>{text}</bdi>
                </p>
                {!person.isWithheld && (
                  <Checkbox
                    isChecked={isShown}
                    isDisabled={!can.check}
                    onChange={(shown) => check.mutate({ key, shown })}
                  >
                    {t('groupTexts.check.show', { name: nameOf(person) })}
                    <span className={cx(layout['visuallyHidden'])}>: {text}</span>
                  </Checkbox>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
