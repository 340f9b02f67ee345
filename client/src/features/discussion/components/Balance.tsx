import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { SIDE_COUNT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Discussion } from '../api.ts';
import { leadOf } from '../balance.ts';
import styles from './Modes.module.css';

type Sides = NonNullable<Discussion['balance']>;

interface BalanceProps {
  readonly balance: Sides;
  /** Also says when one side is nearly alone. */
  readonly isWhole?: boolean;
}

/** How the sides of a debate stand to each other: as a bar, and in words. */
export function Balance({ balance, isWhole = false }: BalanceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pro, contra } = balance;
  const shown = (count: number) => `${format.number(count)}${count >= SIDE_COUNT_MAX ? '+' : ''}`;
  const lead = isWhole ? leadOf(balance) : null;
  return (
    <div className={cx(layout['row'], layout['snug'], layout['small'])}>
      <span
        aria-hidden="true"
        className={cx(styles['balance'])}
        style={{ '--pro': pro, '--contra': contra } as CSSProperties}
      >
        {pro > 0 && <span className={cx(styles['pro'])} />}
        {contra > 0 && <span className={cx(styles['contra'])} />}
      </span>
      <span>{t('discussion.debate.count', { pro: shown(pro), contra: shown(contra) })}</span>
      {lead !== null && (
        <span className={cx(layout['muted'])}>{t(`discussion.debate.oneSided.${lead}`)}</span>
      )}
    </div>
  );
}
