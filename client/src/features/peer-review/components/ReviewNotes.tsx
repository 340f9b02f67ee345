import { useTranslation } from 'react-i18next';
import { loadFurtherTexts, loadWritingTexts, withTexts } from '../../../i18n/index.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { useWhen } from './Step.tsx';
import type { TimeNoteProps } from './TimeNote.tsx';
import type { TogetherNoteProps } from './TogetherNote.tsx';

/** What whoever reviews or compares is promised. */
export const ReviewPromise = makePart(
  withTexts(() => import('./ReviewPromise.tsx'), loadWritingTexts),
  Nothing,
);

/** A group writes the review together. */
export const TogetherNote = makePart<TogetherNoteProps>(
  withTexts(() => import('./TogetherNote.tsx'), loadFurtherTexts),
  Nothing,
);

/** How long it takes is measured. */
export const TimeNote = makePart<TimeNoteProps>(
  withTexts(() => import('./TimeNote.tsx'), loadWritingTexts),
  Nothing,
);

/** The work is presented live. */
export const LiveNote = makePart(
  withTexts(() => import('./LiveNote.tsx'), loadWritingTexts),
  Nothing,
);

interface ReviewWindowProps {
  readonly can: { readonly edit: boolean };
  readonly reviewsCloseAt: string;
}

/** Until when one can write, or that it is over. */
export function ReviewWindow({ can, reviewsCloseAt }: ReviewWindowProps) {
  const { t } = useTranslation();
  const when = useWhen(reviewsCloseAt);
  if (!can.edit) return <Banner tone="info">{t('peerReview.review.closed')}</Banner>;
  return <p className={cx(layout['muted'])}>{t('peerReview.review.until', { when })}</p>;
}
