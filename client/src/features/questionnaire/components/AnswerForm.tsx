import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AnswerFault,
  type Answers,
  findAnswerFaults,
  type Item,
} from '../../../../../server/src/contracts/questionnaire-rules.ts';
import type { AutosaveState } from '../../../app/autosave.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { AutosaveStatus } from '../../peer-review/components/AutosaveStatus.tsx';
import { Questions } from './Questions.tsx';

interface AnswerFormProps {
  readonly items: readonly Item[];
  readonly state: AutosaveState<Answers>;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly sendText: string;
  readonly onChange: (answers: Answers) => void;
  /** Nothing is missing. */
  readonly onSend: () => Promise<void>;
  /** What stands between the questions and the button. */
  readonly children?: ReactNode;
}

/** Questions that are saved as one answers them, and a button that sends the answers once nothing is missing. */
export function AnswerForm(props: AnswerFormProps) {
  const { items, state, isSending, error, sendText, onChange, onSend, children } = props;
  const { t } = useTranslation();
  const [showsMissing, setShowsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = findAnswerFaults(items, state.value, true);
  const shown = new Map<string, AnswerFault>(
    [...faults].filter(([, fault]) => showsMissing || fault === 'TOO_LONG'),
  );

  function send(event: SyntheticEvent): void {
    event.preventDefault();
    setShowsMissing(true);
    if (faults.size === 0) {
      void onSend();
      return;
    }
    announce(t('common.formErrors', { count: faults.size }));
    // The fields are marked after the next render.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(
          '[data-fault] :is(input:not([hidden]), textarea, [role="spinbutton"], button)',
        )
        ?.focus(),
    );
  }

  return (
    <form ref={form} noValidate className={cx(layout['stack'], layout['page'])} onSubmit={send}>
      <Questions
        items={items}
        answers={state.value}
        faults={shown}
        isDisabled={isSending}
        onChange={onChange}
      />
      {children}
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        <Button type="submit" variant="primary" isPending={isSending}>
          {sendText}
        </Button>
        <AutosaveStatus state={state} />
      </div>
    </form>
  );
}

/** Answers without those that the present items do not know: a version may have come in between. */
export function fitting(items: readonly Item[], answers: Answers): Answers {
  const faults = findAnswerFaults(items, answers, false);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => faults.get(id) !== 'UNKNOWN'));
}
