import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isStaff, useSession } from '../../../app/context.ts';
import type { RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { newId } from '../../../app/new-id.ts';
import { cx } from '../../../ui/cx.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useDiscussion, useThread } from '../api.ts';
import { ALL_SPACES, SpaceSelect } from '../components/SpaceSelect.tsx';
import { PostEditor } from '../components/PostEditor.tsx';
import { namesIn } from '../mentions.ts';
import { asQuoted } from '../quote.ts';

/** Starts a thread, with what is asked above it. */
export default function NewThreadPage() {
  const { activityId = '' } = useParams();
  const [search] = useSearchParams();
  const [threadId, n] = [search.get('thread'), Number(search.get('post')) || 1];
  if (threadId === null) return <NewThread activityId={activityId} />;
  return <AboutPost activityId={activityId} threadId={threadId} n={n} />;
}

interface AboutPostProps {
  readonly activityId: string;
  readonly threadId: string;
  readonly n: number;
}

/** A thread that asks everybody about a post, which stands in it as it reads now. */
function AboutPost({ activityId, threadId, n }: AboutPostProps) {
  const thread = useThread(activityId, threadId, n);
  const post = thread.data?.pages.flatMap(({ items }) => items).find((one) => one.n === n);
  // One text for as long as it reads the same: each other one would be quoted once more.
  const text = post?.text ?? null;
  const quoted = useMemo(() => text && post && asQuoted(text, namesIn(post)), [post, text]);
  if (thread.isPending) return <PageSkeleton />;
  if (thread.isError) return <ProblemPage error={thread.error} retry={() => void thread.refetch()} />;
  return <NewThread activityId={activityId} about={{ threadId, n }} quoted={quoted ?? undefined} />;
}

interface NewThreadProps {
  readonly activityId: string;
  /** The post that it asks everybody about, and what that says. */
  readonly about?: { readonly threadId: string; readonly n: number };
  readonly quoted?: RichText | undefined;
}

function NewThread({ activityId, about, quoted }: NewThreadProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const staff = isStaff(useSession());
  // One id for all tries, so that a try whose answer was lost starts nothing twice.
  const [id] = useState(newId);
  const [group, setGroup] = useState<string | null>(null);
  const discussion = useDiscussion(activityId);
  if (discussion.isPending) return <PageSkeleton />;
  if (discussion.isError)
    return <ProblemPage error={discussion.error} retry={() => void discussion.refetch()} />;
  const { spaces, mode } = discussion.data;
  const isQuestion = mode === 'question';
  const first = staff ? ALL_SPACES : spaces?.[0]?.id;
  const target = {
    kind: 'thread',
    id,
    group: spaces === null ? undefined : (group ?? first),
    ...(about && { about }),
  } as const;
  const home = `/discussions/${activityId}`;
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading
        title={t(
          about
            ? 'facilitation.ask.title'
            : isQuestion
              ? 'discussion.question.start'
              : 'discussion.threads.start',
        )}
        trail={[{ title: discussion.data.title, to: home }]}
      />
      <RichTextView document={discussion.data.prompt} headingLevel={2} />
      <FileList files={discussion.data.promptFiles} />
      {about && <p className={cx(layout['muted'])}>{t('facilitation.ask.hint')}</p>}
      {spaces !== null && !about && (staff || spaces.length > 1) && (
        <SpaceSelect
          spaces={spaces}
          label={t('spaces.where')}
          {...(staff && { allLabel: t('spaces.each') })}
          value={group ?? first ?? ''}
          onChange={setGroup}
        />
      )}
      <PostEditor
        activityId={activityId}
        target={target}
        mode={mode}
        quoted={quoted}
        label={t(isQuestion ? 'discussion.question.startLabel' : 'discussion.write.threadLabel')}
        onDone={(threadId) => void navigate(`${home}/threads/${threadId}`, { replace: true })}
        onCancel={() => void navigate(home)}
      />
    </div>
  );
}
