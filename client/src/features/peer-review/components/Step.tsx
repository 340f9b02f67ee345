import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { StaffOverview } from '../staff-api.ts';
import styles from './PhasePanel.module.css';

export interface NextProps {
  readonly overview: StaffOverview;
  /** Takes the focus when the pressed button makes room for the progress. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

interface StepProps {
  readonly action: {
    readonly error: unknown;
    readonly isPending: boolean;
    readonly mutate: () => void;
  };
  readonly heading: NextProps['heading'];
  /** What is going on while the server works on it. */
  readonly working: string | null;
  readonly explanation: string;
  readonly button: string;
  readonly isDisabled: boolean;
  readonly isSecondary?: boolean;
  readonly dialogTitle: string;
  /** What will happen to whom, in numbers. */
  readonly facts: string[];
}

/** Something that staff do for everybody, with what it will mean asked and said first. */
export function Step({ action, working, explanation, button, dialogTitle, facts, ...rest }: StepProps) {
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  function confirm(): void {
    close();
    action.mutate();
    rest.heading.current?.focus();
  }
  if (working !== null) return <Progress label={working} text={working} />;
  return (
    <>
      <p>{explanation}</p>
      {action.error !== null && <Problem error={action.error} />}
      <div>
        <Button
          variant={rest.isSecondary === true ? 'secondary' : 'primary'}
          isDisabled={rest.isDisabled}
          isPending={action.isPending}
          onPress={() => setIsAsking(true)}
        >
          {button}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={dialogTitle}
          confirm={button}
          isPending={action.isPending}
          onConfirm={confirm}
          onClose={close}
        >
          <ul className={cx(styles['facts'], layout['prose'])}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </ConfirmDialog>
      )}
    </>
  );
}

/** A moment, and how far away it is. */
export function useWhen(iso: string): string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return t('moment.withRelative', { absolute: format.moment(iso), relative: format.relative(iso, now) });
}
