import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import lines from '../../../ui/lines.module.css';
import OwnDisputes from '../../disputes/components/OwnDisputes.tsx';
import RatingList from '../../peer-review/components/RatingList.tsx';
import { Grade } from '../../peer-review/components/ResultSection.tsx';
import { type OwnResult as Result, useOwnResult } from '../grading-api.ts';

/** One's own grade with the way to it, and what staff say to oneself alone. */
export default function OwnResult({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = useOwnResult(activityId);
  if (data === undefined || (data.grade === null && data.feedback === null && !data.released)) return null;
  const { grade, feedback, released } = data;
  return (
    <section aria-labelledby="result" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="result">{t('discussionGrades.result.title')}</h2>
      {grade !== null && <Grade result={grade} isAlone whose="own" />}
      {grade === null && released && <p>{t('discussionGrades.result.none')}</p>}
      {feedback !== null && <Feedback activityId={activityId} feedback={feedback} />}
      {released && <OwnDisputes activityId={activityId} />}
    </section>
  );
}

interface FeedbackProps {
  readonly activityId: string;
  readonly feedback: NonNullable<Result['feedback']>;
}

function Feedback({ activityId, feedback: { criteria, ratings, comment, posts } }: FeedbackProps) {
  const { t } = useTranslation();
  return (
    <>
      {ratings.length > 0 && <RatingList criteria={criteria} ratings={ratings} />}
      {!isBlank(comment) && (
        <>
          <h3>{t('discussionGrades.result.comment')}</h3>
          <RichTextView document={comment} headingLevel={4} />
        </>
      )}
      {posts.length > 0 && (
        <>
          <h3>{t('discussionGrades.result.posts')}</h3>
          <ul className={cx(lines['list'])}>
            {posts.map(({ threadId, n, text }) => (
              <li key={`${threadId}/${n}`} className={cx(lines['line'])}>
                <span className={cx(layout['prose'])}>{text}</span>
                <Link to={`/discussions/${activityId}/threads/${threadId}?post=${n}`}>
                  {t('discussionGrades.result.toPost')}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
