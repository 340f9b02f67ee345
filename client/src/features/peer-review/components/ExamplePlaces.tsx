import { useTranslation } from 'react-i18next';
import { isAnchorIn, passagesOf } from '../../../../../server/src/contracts/passages.ts';
import type { RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { Example } from '../calibration-api.ts';
import type { InlineComment } from '../inline-notes.ts';
import type { ReviewForm } from '../review-form.ts';
import { CommentedWork } from './ReviewWork.tsx';

interface ExamplePlacesProps {
  readonly example: Example;
  /** As it stands in the form. */
  readonly work: Pick<Example, 'text' | 'files'>;
  readonly scores: ReviewForm;
  readonly onChange: (scores: ReviewForm) => void;
}

/** What of the comments lies on the work as it is now: what was said of words that are gone goes with them. */
export function onWork(
  comments: readonly InlineComment[],
  { text, files }: { readonly text: RichText; readonly files: readonly { readonly id: string }[] },
): InlineComment[] {
  const passages = passagesOf(text);
  const ids = new Set(files.map(({ id }) => id));
  return comments.filter(({ anchor }) =>
    anchor.kind === 'text' ? isAnchorIn(passages, anchor) : ids.has(anchor.fileId),
  );
}

/** Staff comment places in an example, as reviewers do: learners read it once their own review is submitted. */
export default function ExamplePlaces({ example, work, scores, onChange }: ExamplePlacesProps) {
  const { t } = useTranslation();
  const comments = scores.inline ?? [];
  const kept = onWork(comments, work);
  const lost = comments.length - kept.length;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="places">
      <h2 id="places">{t('calibration.form.places')}</h2>
      <p className={cx(layout['muted'], layout['prose'])}>{t('calibration.form.placesHint')}</p>
      {lost > 0 && <Banner tone="warn">{t('calibration.form.placesLost', { count: lost })}</Banner>}
      <CommentedWork
        review={{
          workText: work.text,
          workFiles: work.files,
          workLinks: [],
          workVersion: example.workVersion,
          invitesInline: true,
          criteria: example.criteria,
          can: { edit: true },
        }}
        comments={kept}
        autosave={{ getState: () => ({ value: scores }), change: onChange }}
      />
    </section>
  );
}
