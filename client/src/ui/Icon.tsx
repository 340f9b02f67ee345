import { cx } from './cx.ts';
import styles from './Icon.module.css';

/** Drawn on a field of 20 by 20, as lines 1.75 wide. */
const PATHS = {
  arrowDown: 'M10 4v12M5 11l5 5 5-5',
  arrowUp: 'M10 16V4M5 9l5-5 5 5',
  calendar: 'M4 5.5h12v11H4zM4 9h12M7 3.5v3M13 3.5v3',
  check: 'M4 10.5l4 4 8-9',
  chevronDown: 'M5 7.5l5 5 5-5',
  chevronEnd: 'M7.5 5l5 5-5 5',
  chevronStart: 'M12.5 5l-5 5 5 5',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.3 4v12',
  cross: 'M5 5l10 10M15 5L5 15',
  download: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5zM11 3v4h4',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  folder: 'M3 5.5h5l1.5 2H17V16H3z',
  grip: 'M7.0 5a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12.0 5a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.0 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12.0 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.0 15a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12.0 15a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  half: 'M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13',
  info: 'M10 9v5M10 6h.01M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.7h6',
  minus: 'M4.5 10h11',
  more: 'M4.0 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M9.5 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M15.0 10a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  plus: 'M10 4.5v11M4.5 10h11',
  retry: 'M15.5 7A6.3 6.3 0 1 0 16.3 10M16 3v4.2h-4.2',
  search: 'M8.8 3.5a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6zM12.7 12.7L17 17',
  sort: 'M7 8l3-3.5L13 8M7 12l3 3.5 3-3.5',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  upload: 'M10 13V4M6 7.5l4-4 4 4M4 16.5h12',
  warning: 'M10 3.2L17.6 16.5H2.4zM10 8v4M10 14.3h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** These point along the line of reading. */
const MIRRORED: ReadonlySet<IconName> = new Set(['chevronEnd', 'chevronStart', 'undo']);

/** A sign beside a word, or in a button that has a name: never the only bearer of a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={cx(styles['icon'], MIRRORED.has(name) && styles['mirrored'])}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
