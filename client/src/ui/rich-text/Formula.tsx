import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './rich-text.module.css';

interface FormulaProps {
  /** The formula as LaTeX writes it. */
  readonly latex: string;
  /** On lines of its own. */
  readonly isBlock?: boolean;
}

/** A formula as MathML, which browsers draw and screen readers speak; its source until the renderer is there. */
export function Formula({ latex, isBlock = false }: FormulaProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<'source' | 'drawn' | 'wrong'>('source');
  useEffect(() => {
    let isCurrent = true;
    import('./draw-formula.ts').then(
      ({ drawFormula }) => {
        if (isCurrent && element.current)
          setState(drawFormula(element.current, latex, isBlock) ? 'drawn' : 'wrong');
      },
      // Without the renderer the source stays: it says the same to those who know it.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [latex, isBlock]);
  return (
    <span className={cx(styles['formula'], isBlock && styles['formulaBlock'])}>
      <span ref={element} hidden={state !== 'drawn'} />
      {state !== 'drawn' && (
        <code dir="ltr" className={cx(state === 'wrong' && styles['wrong'])}>
          {latex}
        </code>
      )}
      {state === 'wrong' && (
        <span className={cx(styles['visuallyHidden'])}> {t('richText.formula.wrong')}</span>
      )}
    </span>
  );
}
