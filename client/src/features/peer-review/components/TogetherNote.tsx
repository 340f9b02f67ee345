import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Banner } from '../../../ui/Banner.tsx';
import type { ReviewerReview } from '../api.ts';

export interface TogetherNoteProps {
  readonly together: NonNullable<ReviewerReview['together']>;
  readonly promise: ReviewerReview['promise'];
}

/** With whom one writes a review, and what the group is promised. */
export default function TogetherNote({ together, promise }: TogetherNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = format.list(together.members.map(({ name }) => name ?? t('groupAuthors.somebody')));
  const name = together.name ?? t('groupAuthors.unnamed');
  return (
    <Banner tone="info" title={t('groupAuthors.reviewers.title', { name })}>
      <p>{t('groupAuthors.people', { names })}</p>
      <p>{t('groupAuthors.reviewers.write')}</p>
      <p>{t(promise === 'allKnown' ? 'groupAuthors.reviewers.shown' : 'groupAuthors.reviewers.hidden')}</p>
    </Banner>
  );
}
