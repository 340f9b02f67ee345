import { Button } from '../../../ui/Button.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';

/** A step to something else that is marked. */
interface Step {
  readonly label: string;
  /** Null: there is none, or it is on its way. */
  readonly go: (() => void) | null;
  readonly isPending?: boolean;
}

interface WalkButtonsProps {
  readonly back: Step;
  readonly forth: Step;
  /** To the next that waits. */
  readonly next: Step;
}

/** Whoever marks goes from one to the other, by keys as well: k and j to the neighbours, n to the next that waits. */
export function WalkButtons({ back, forth, next }: WalkButtonsProps) {
  useShortcut('k', back.label, back.go);
  useShortcut('j', forth.label, forth.go);
  useShortcut('n', next.label, next.go);
  return Object.entries({ back, forth, next }).map(([way, { label, go, isPending = false }]) => (
    <Button key={way} isDisabled={go === null && !isPending} isPending={isPending} onPress={() => go?.()}>
      {label}
    </Button>
  ));
}
