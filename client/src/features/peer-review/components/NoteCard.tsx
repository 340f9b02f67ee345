import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { PlacedNote } from '../inline-notes.ts';
import styles from './NoteCard.module.css';

interface NoteCardProps {
  readonly id: string;
  readonly note: PlacedNote;
  readonly label: string;
  /** In which file, on which page; null: beside its place in the text. */
  readonly where: string | null;
  /** Leads to the place; null: it is there no more. */
  readonly toPlace: (() => void) | null;
  /** Instead of what it says; takes the button that leads to the place. */
  readonly children?: ((toPlace: ReactNode) => ReactNode) | undefined;
}

/** What somebody said on a place in a work. */
export function NoteCard({ id, note, label, where, toPlace, children }: NoteCardProps) {
  const { t } = useTranslation();
  const { anchor, number, by } = note;
  const isOnPage = anchor.kind === 'page';
  const jump = toPlace !== null && (
    <Button
      variant="quiet"
      aria-label={t(isOnPage ? 'inline.toPageOf' : 'inline.toPlaceOf', { n: number })}
      onPress={toPlace}
    >
      {t(isOnPage ? 'inline.toPage' : 'inline.toPlace')}
    </Button>
  );
  return (
    <article id={id} tabIndex={-1} aria-label={label} className={cx(styles['note'])}>
      <p className={cx(styles['head'])}>
        <span aria-hidden="true" className={cx(styles['number'])}>
          {number}
        </span>
        {by !== null && <bdi className={cx(styles['by'])}>{by}</bdi>}
        {where !== null && <span className={cx(layout['muted'], layout['small'])}>{where}</span>}
      </p>
      {(children || toPlace === null) && !isOnPage && <Quote quote={anchor.quote} />}
      {children?.(jump) ?? (
        <>
          <NoteText note={note} />
          {jump && <div>{jump}</div>}
        </>
      )}
    </article>
  );
}

/** What it says, and to which criterion it speaks. */
export function NoteText({
  note: { text, criterion },
}: {
  readonly note: Pick<PlacedNote, 'text' | 'criterion'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p dir="auto" className={cx(layout['prose'])}>
        {text}
      </p>
      {criterion !== null && (
        <p className={cx(layout['muted'], layout['small'])}>
          {t('inline.criterionIs', { title: criterion })}
        </p>
      )}
    </>
  );
}

/** The words that a comment is on. */
export function Quote({ quote }: { readonly quote: string }) {
  return (
    <blockquote dir="auto" className={cx(styles['quote'])}>
      {quote}
    </blockquote>
  );
}
