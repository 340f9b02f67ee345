import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isStaff, useSession } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useDiscussion } from '../api.ts';
import { ALL_SPACES, SpaceSelect } from '../components/SpaceSelect.tsx';
import { PostEditor } from '../components/PostEditor.tsx';

/** Starts a thread, with what is asked above it. */
export default function NewThreadPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
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
  const target = { kind: 'thread', id, group: spaces === null ? undefined : (group ?? first) } as const;
  const home = `/discussions/${activityId}`;
  return (
    <div className={cx(layout['stack'], layout['page'], layout['measure'])}>
      <PageHeading
        title={t(isQuestion ? 'discussion.question.start' : 'discussion.threads.start')}
        trail={[{ title: discussion.data.title, to: home }]}
      />
      <RichTextView document={discussion.data.prompt} headingLevel={2} />
      {spaces !== null && (staff || spaces.length > 1) && (
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
        label={t(isQuestion ? 'discussion.question.startLabel' : 'discussion.write.threadLabel')}
        onDone={(threadId) => void navigate(`${home}/threads/${threadId}`, { replace: true })}
        onCancel={() => void navigate(home)}
      />
    </div>
  );
}
