import styles from './Avatar.module.css';
import { cx } from './cx.ts';
import hues from './hues.module.css';

const HUES = 6;

/** A person's initials on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={cx(styles['avatar'], hues[`hue${hueOf(name)}`])} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** The first letters of the first and last word, as people see letters; `?` for a name without any. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => {
    const [first] = new Intl.Segmenter().segment((word ?? '').replace(/^[^\p{L}\p{N}]+/u, ''));
    return first?.segment ?? '';
  });
  // The joiner keeps letters of a joined script, as Arabic, apart.
  return (
    letters
      .filter((letter) => letter !== '')
      .join('\u200C')
      .toLocaleUpperCase() || '?'
  );
}

/** The same name always has the same colour. */
function hueOf(name: string): number {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}
