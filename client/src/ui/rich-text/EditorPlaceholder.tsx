import { cx } from '../cx.ts';
import { Skeleton } from '../Skeleton.tsx';
import styles from './rich-text.module.css';

/** As tall as the editor that will stand here, so that nothing below it moves. */
export function EditorPlaceholder({ rows }: { readonly rows: number }) {
  return (
    <div className={cx(styles['placeholder'])} style={{ minBlockSize: `calc(${rows}lh + 4.25rem)` }}>
      <Skeleton />
    </div>
  );
}
