import { ListBoxItem } from 'react-aria-components/ListBox';
import type { Choice } from '../choices.ts';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import styles from './overlay.module.css';

/** One choice in the list of a select or a combo box. */
export function ChoiceItem({ choice: { id, text, hint } }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={id} textValue={text} className={cx(styles['item'])}>
      {({ isSelected }) => (
        <>
          {isSelected && <Icon name="check" />}
          <span className={cx(styles['text'])}>{text}</span>
          {hint !== undefined && <span className={cx(styles['hint'])}>{hint}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
