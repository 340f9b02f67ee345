import {
  type AnswerFault,
  type Answers,
  isShown,
  type Item,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { AnswerField } from './AnswerField.tsx';
import styles from './Questionnaire.module.css';
import { cx } from '../../../ui/cx.ts';

interface QuestionsProps {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly faults: ReadonlyMap<string, AnswerFault>;
  readonly isDisabled?: boolean;
  readonly onChange: (answers: Answers) => void;
}

/** The questions that the answers so far lead to, one below the other. */
export function Questions({ items, answers, faults, isDisabled = false, onChange }: QuestionsProps) {
  return (
    <ol className={cx(styles['questions'])}>
      {items
        .filter((item) => isShown(item, answers))
        .map((item) => (
          <li key={item.id}>
            <AnswerField
              item={item}
              value={answers[item.id]}
              fault={faults.get(item.id)}
              isDisabled={isDisabled}
              onChange={(value) => {
                const { [item.id]: _before, ...others } = answers;
                onChange(value === undefined ? others : { ...others, [item.id]: value });
              }}
            />
          </li>
        ))}
    </ol>
  );
}
