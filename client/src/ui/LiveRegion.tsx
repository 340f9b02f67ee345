import { useEffect, useState } from 'react';
import { onAnnouncement } from './announce.ts';
import { cx } from './cx.ts';
import styles from './layout.module.css';

/** Where `announce` speaks. A repeated text gets a changed blank, since the same text is not read out again. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(
    () => onAnnouncement((next) => setText((previous) => (previous === next ? `${next}\u00A0` : next))),
    [],
  );
  return (
    <div role="status" className={cx(styles['visuallyHidden'])}>
      {text}
    </div>
  );
}
