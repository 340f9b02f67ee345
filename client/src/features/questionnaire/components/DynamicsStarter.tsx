import { useTranslation } from 'react-i18next';
import { newId } from '../../../app/new-id.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Settings } from '../api.ts';

/** What is asked of how a team works, from "not at all" to "fully" (group-work.md item 8). */
const SCALES = ['participation', 'communication', 'disagreement', 'safety', 'again'] as const;

interface DynamicsStarterProps {
  readonly onStart: (part: Partial<Settings>) => void;
}

/** Begins a new questionnaire with a short survey of team dynamics, in the language of whoever makes it. */
export function DynamicsStarter({ onStart }: DynamicsStarterProps) {
  const { t } = useTranslation();
  const common = (text: string) => ({ id: newId(), text, hint: '', required: false, showIf: null });

  function start(): void {
    onStart({
      title: t('dynamics.title'),
      intro: t('dynamics.intro'),
      visibility: 'anonymous',
      items: [
        ...SCALES.map((about) => ({
          ...common(t(`dynamics.items.${about}`)),
          kind: 'scale' as const,
          required: true,
          from: 1,
          to: 5,
          fromText: t('dynamics.disagree'),
          toText: t('dynamics.agree'),
        })),
        { ...common(t('dynamics.items.change')), kind: 'text' },
      ],
    });
    announce(t('dynamics.applied'));
  }

  return (
    <div className={cx(layout['stack'], layout['tight'])}>
      <div>
        <Button onPress={start}>{t('dynamics.start')}</Button>
      </div>
      <p className={cx(layout['muted'], layout['small'])}>{t('dynamics.hint')}</p>
    </div>
  );
}
