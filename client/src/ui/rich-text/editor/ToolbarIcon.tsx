import { cx } from '../../cx.ts';
import styles from './editor.module.css';

/** Drawn on a field of 20 by 20, as lines. */
const PATHS = {
  bold: 'M6 3.5h5a3 3 0 0 1 0 6H6zM6 9.5h6a3.5 3.5 0 0 1 0 7H6z',
  italic: 'M8.5 3.5h6M5.5 16.5h6M11.5 3.5l-3 13',
  strike:
    'M3 10h14M13.5 6c-.5-1.6-1.8-2.5-3.6-2.5-2.2 0-3.7 1.2-3.7 3 0 1 .4 1.7 1.1 2.2M6.3 13.5c.4 1.9 1.9 3 3.8 3 2.3 0 3.8-1.2 3.8-3 0-.6-.1-1-.3-1.5',
  code: 'M7 5.5L2.5 10 7 14.5M13 5.5l4.5 4.5-4.5 4.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  orderedList: 'M8.5 5H17M8.5 10H17M8.5 15H17',
  quote: 'M4 4.5v11M8 6h9M8 10h9M8 14h6',
  image: 'M3 4h14v12H3zM3 13.5l4-4 4 4 2.5-2.5L17 14.3M13 7.5h.01',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8.5 4v12',
  formula: 'M15 4.5H6l5 5.5-5 5.5h9',
  codeBlock: 'M3 4h14v12H3zM7 8l-2 2 2 2M13 8l2 2-2 2',
  rule: 'M3 10h14',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4L16 7.5 12.5 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  rowBelow: 'M3 3.5h14v6H3zM10 12v5M7.5 14.5h5',
  columnAfter: 'M3.5 3v14h6V3zM12 10h5M14.5 7.5v5',
  removeRow: 'M3 3.5h14v6H3zM7.5 14.5h5',
  removeColumn: 'M3.5 3v14h6V3zM12 10h5',
  headRow: 'M3 4h14v12H3zM3 8.5h14M5 6.2h10',
  removeTable: 'M3 4h14v12H3zM7.5 7.5l5 5M12.5 7.5l-5 5',
} as const;

export type ToolbarIconName = keyof typeof PATHS;

/** These point along the line of reading. */
const MIRRORED: ReadonlySet<ToolbarIconName> = new Set([
  'undo',
  'redo',
  'bulletList',
  'orderedList',
  'quote',
  'columnAfter',
  'removeColumn',
]);

/** What is to be read: it changes its side with the rest, and is not turned over. */
const READ: Partial<Record<ToolbarIconName, string>> = { orderedList: 'M3 3.5h1V7M3 13h1.8v1.3L3 16.6h2' };

/** The sign of a button that has a name. */
export function ToolbarIcon({ name }: { readonly name: ToolbarIconName }) {
  return (
    <svg
      className={cx(styles['icon'], MIRRORED.has(name) && styles['mirrored'])}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
      {READ[name] !== undefined && <path className={cx(styles['read'])} d={READ[name]} />}
    </svg>
  );
}
