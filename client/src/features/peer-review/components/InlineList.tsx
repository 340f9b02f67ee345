import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import type { Criterion } from '../api.ts';
import type { ShownInlineComment } from '../inline-notes.ts';
import { NoteText, Quote } from './NoteCard.tsx';

/** More than so many make a page too long to find what stands below them. */
const OPEN_MAX = 3;

interface InlineListProps {
  readonly comments: readonly ShownInlineComment[];
  readonly criteria: readonly Criterion[];
  /** What leads to the places. */
  readonly children?: ReactNode;
}

/** What a review says on places in the work, with the words that it quotes; long lists are folded away. */
export function InlineList({ comments, criteria, children }: InlineListProps) {
  const { t } = useTranslation();
  if (comments.length === 0) return null;
  const titles = new Map(criteria.map(({ id, title }) => [id, title]));
  return (
    <Disclosure title={t('inline.count', { count: comments.length })} isOpen={comments.length <= OPEN_MAX}>
      <div className={cx(layout['stack'])}>
        <ol className={cx(layout['stack'], layout['plainList'])}>
          {comments.map(({ anchor, text, criterionId }, index) => (
            <li key={index} className={cx(layout['stack'], layout['tight'])}>
              {anchor.kind === 'text' ? (
                <Quote quote={anchor.quote} />
              ) : (
                <p className={cx(layout['muted'])}>{t('inline.onAPage', { n: anchor.page })}</p>
              )}
              <NoteText note={{ text, criterion: titles.get(criterionId ?? '') ?? null }} />
            </li>
          ))}
        </ol>
        {children}
      </div>
    </Disclosure>
  );
}
