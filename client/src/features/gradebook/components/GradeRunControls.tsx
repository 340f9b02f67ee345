import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { Progress } from '../../../ui/Progress.tsx';

type Way = 'release' | 'withdraw';

interface Run {
  readonly error: Error | null;
  readonly isPending: boolean;
  mutate(): void;
  /** What the button says, and what is asked before. */
  readonly button: string;
  readonly title: string;
  readonly text: string;
}

interface GradeRunControlsProps {
  readonly isReleased: boolean;
  /** What is being done right now, in words; null: nothing. */
  readonly working: string | null;
  readonly can: Readonly<Record<Way, boolean>>;
  readonly runs: Readonly<Record<Way, Run>>;
  /** Further ways on from here. */
  readonly children?: ReactNode;
}

/** Shows grades to learners and sends them, or takes them back; asked before each. */
export function GradeRunControls({ isReleased, working, can, runs, children }: GradeRunControlsProps) {
  const { release, withdraw } = runs;
  const [asked, setAsked] = useState<Way | null>(null);
  const error = release.error ?? withdraw.error;
  return (
    <>
      {working !== null && <Progress label={working} text={working} />}
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['row'])}>
        {children}
        {can.release && (
          <Button
            variant={isReleased ? 'secondary' : 'primary'}
            isPending={release.isPending}
            onPress={() => setAsked('release')}
          >
            {release.button}
          </Button>
        )}
        {can.withdraw && (
          <Button isPending={withdraw.isPending} onPress={() => setAsked('withdraw')}>
            {withdraw.button}
          </Button>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={runs[asked].title}
          confirm={runs[asked].button}
          isPending={runs[asked].isPending}
          onConfirm={() => {
            runs[asked].mutate();
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        >
          <p>{runs[asked].text}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
