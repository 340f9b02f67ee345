import { useTranslation } from 'react-i18next';
import { cx } from '../../cx.ts';
import styles from './editor.module.css';
import type { OpenList } from './mentions.ts';

interface MentionListProps {
  /** The text field's id. */
  readonly id: string;
  readonly list: OpenList;
}

/** The people one may mean; the focus stays in the text, which names the active one. */
export function MentionList({ id, list: { people, active, choose, place } }: MentionListProps) {
  const { t } = useTranslation();
  if (people.length === 0) {
    return (
      <div role="status" className={cx(styles['people'])} style={positionOf(place)}>
        {t('richText.mentions.none')}
      </div>
    );
  }
  return (
    // The names are chosen in the text field, which names the active one.
    <div
      id={`${id}-people`}
      role="listbox"
      aria-label={t('richText.mentions.label')}
      className={cx(styles['people'])}
      style={positionOf(place)}
    >
      {people.map((person, index) => (
        // The keyboard works through the text field.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.memberId}
          id={`${id}-person-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          {person.name}
        </div>
      ))}
    </div>
  );
}

/** Its greatest height, and a little more. */
const ROOM = 260;

/** Below what was typed, or above it where there is no room; within the window. */
function positionOf(place: DOMRect | null) {
  if (place === null) return {};
  const left = Math.max(8, Math.min(place.left, window.innerWidth - 240));
  const isBelow = place.bottom + ROOM < window.innerHeight || place.top < ROOM;
  return isBelow ? { left, top: place.bottom + 4 } : { left, bottom: window.innerHeight - place.top + 4 };
}
