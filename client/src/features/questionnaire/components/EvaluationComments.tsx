import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { type Evaluation, useCheckComment } from '../evaluation-api.ts';

type Group = Evaluation['groups'][number];
type Person = Group['people'][number];
type Comment = Person['comments'][number];

interface EvaluationCommentsProps {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** What members wrote to each other: staff read it, and say what the person reads. */
export function EvaluationComments({ id, evaluation: { groups, can } }: EvaluationCommentsProps) {
  const { t } = useTranslation();
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
      {about.map(({ group, person }) => (
        <div
          key={`${group.id}/${person.id}`}
          className={cx(layout['card'], layout['stack'], layout['tight'])}
        >
          <h3>{t('groupTexts.check.to', { name: nameOf(person), group: group.name ?? t('spaces.gone') })}</h3>
          {person.isWithheld && <p className={cx(layout['muted'])}>{t('groupTexts.check.withheld')}</p>}
          <ul className={cx(layout['plainList'], layout['stack'])}>
            {person.comments.map((comment) => (
              <li key={comment.key}>
                <p className={cx(layout['muted'], layout['small'])}>{comment.question}</p>
                <p>
                  <bdi>{comment.text}</bdi>
                </p>
                {!person.isWithheld && (
                  <Tick id={id} name={nameOf(person)} comment={comment} isDisabled={!can.check} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface TickProps {
  readonly id: string;
  readonly name: string;
  readonly comment: Comment;
  readonly isDisabled: boolean;
}

/** Whether the person reads a text. */
function Tick({ id, name, comment: { key, text, isShown }, isDisabled }: TickProps) {
  const { t } = useTranslation();
  const check = useCheckComment(id);
  // There at once, until the server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null);
  return (
    <>
      <Checkbox
        isChecked={wanted ?? isShown}
        isDisabled={isDisabled}
        onChange={(shown) => {
          setWanted(shown);
          check.mutate({ key, shown }, { onSettled: () => setWanted(null) });
        }}
      >
        {t('groupTexts.check.show', { name })}
        <span className={cx(layout['visuallyHidden'])}>: {text}</span>
      </Checkbox>
      {check.error !== null && <Problem error={check.error} />}
    </>
  );
}
