import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { INLINE_COMMENT_MAX } from '../../../../../server/src/contracts/limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Participant, PostComment } from '../grading-api.ts';
import styles from './MarkPanel.module.css';

type Thread = Participant['threads'][number];
type Written = Thread['posts'][number];

interface WrittenPostsProps {
  readonly activityId: string;
  readonly participant: Participant;
  readonly comments: readonly PostComment[];
  readonly isReadOnly: boolean;
  readonly onChange: (comments: PostComment[]) => void;
}

/** All that a member has written, thread by thread, each post with what it answers and a comment to its writer. */
export function WrittenPosts(props: WrittenPostsProps) {
  const { t } = useTranslation();
  const { activityId, participant, comments, isReadOnly, onChange } = props;

  /** The comment on a post becomes another one; an empty one is none once it is saved. */
  function comment(threadId: string, n: number, text: string): void {
    const others = comments.filter((one) => one.threadId !== threadId || one.n !== n);
    onChange([...others, { threadId, n, text }]);
  }

  return (
    <section aria-labelledby="written" className={cx(layout['stack'], styles['part'])}>
      <h2 id="written">{t('discussionGrades.participant.posts')}</h2>
      {participant.threads.length === 0 && (
        <EmptyState title={t('discussionGrades.participant.nothing.title')}>
          {t('discussionGrades.participant.nothing.text')}
        </EmptyState>
      )}
      {participant.threads.map(({ threadId, title, posts }) => (
        <section key={threadId} aria-labelledby={threadId} className={cx(layout['stack'], layout['tight'])}>
          <h3 id={threadId}>
            <bdi>{title}</bdi>
          </h3>
          {posts.map((post) => (
            <Post
              key={post.n}
              post={post}
              // There, names are read.
              to={participant.hidden ? null : `/discussions/${activityId}/threads/${threadId}?post=${post.n}`}
              said={comments.find((one) => one.threadId === threadId && one.n === post.n)?.text ?? ''}
              isReadOnly={isReadOnly}
              onSay={(text) => comment(threadId, post.n, text)}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

interface PostProps {
  readonly post: Written;
  /** Its place in its thread; null: not to be seen. */
  readonly to: string | null;
  readonly said: string;
  readonly isReadOnly: boolean;
  readonly onSay: (text: string) => void;
}

function Post({ post, to, said, isReadOnly, onSay }: PostProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { n, at, text, files, words, answers, isHidden, isWaiting } = post;
  const isTooLong = said.trim().length > INLINE_COMMENT_MAX;
  return (
    <article className={cx(styles['post'])} aria-label={t('discussionGrades.participant.post', { n })}>
      <p className={cx(layout['row'], layout['snug'], layout['muted'], layout['small'])}>
        <time dateTime={at}>{format.moment(at)}</time>
        {text !== null && <span>{t('expectations.written', { n: format.number(words) })}</span>}
        {isHidden && <Badge tone="neutral">{t('discussionModeration.report.settled')}</Badge>}
        {isWaiting && <Badge tone="info">{t('discussionModeration.approval.waiting')}</Badge>}
        {to !== null && <Link to={to}>{t('discussionGrades.participant.inThread')}</Link>}
      </p>
      {answers !== null && <Answered answers={answers} />}
      {text === null ? (
        <p className={cx(layout['muted'])}>{t('discussion.post.deleted')}</p>
      ) : (
        <>
          <RichTextView document={text} headingLevel={4} />
          <FileList files={files} />
        </>
      )}
      <TextArea
        label={t('discussionGrades.participant.postComment')}
        rows={2}
        value={said}
        isReadOnly={isReadOnly}
        error={
          isTooLong
            ? t('discussionGrades.participant.tooLong', { max: format.number(INLINE_COMMENT_MAX) })
            : undefined
        }
        onChange={onSay}
      />
    </article>
  );
}

function Answered({ answers: { name, isOwn, text } }: { readonly answers: NonNullable<Written['answers']> }) {
  const { t } = useTranslation();
  const title = isOwn
    ? t('discussionGrades.participant.answersOwn')
    : t('discussionGrades.participant.answers', { name: name ?? t('discussion.somebody') });
  if (text === null) return <p className={cx(layout['muted'], layout['small'])}>{title}</p>;
  return (
    <Disclosure title={title}>
      <div className={cx(styles['answered'])}>
        <RichTextView document={text} headingLevel={4} />
      </div>
    </Disclosure>
  );
}
