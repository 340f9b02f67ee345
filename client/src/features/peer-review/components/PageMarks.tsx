import { cx } from '../../../ui/cx.ts';
import type { Area, PageAnchor, PlacedNote } from '../inline-notes.ts';
import styles from './PageMarks.module.css';

interface PageMarksProps {
  readonly notes: readonly (PlacedNote & { readonly anchor: PageAnchor })[];
  readonly labelOf: (note: PlacedNote) => string;
  readonly onGoTo: (key: string) => void;
}

const percent = (share: number): string => `${share * 100}%`;

/** Where an area lies on the picture of its page, in whichever direction the text around is read. */
export const boxOf = ({ x, y, width, height }: Area) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** The marked places of a page, each with a button that leads to what is said on it. */
export function PageMarks({ notes, labelOf, onGoTo }: PageMarksProps) {
  return notes.map((note) => {
    const { area } = note.anchor;
    if (area === null) return null;
    return (
      <div key={note.key} className={cx(styles['area'])} style={boxOf(area)}>
        <button
          type="button"
          className={cx(styles['toNote'])}
          aria-label={labelOf(note)}
          onClick={() => onGoTo(note.key)}
        >
          {note.number}
        </button>
      </div>
    );
  });
}
