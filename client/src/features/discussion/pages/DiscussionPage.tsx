import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isBlank } from '../../../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../../../app/api-client.ts';
import { isStaff, useFormat, useSession } from '../../../app/context.ts';
import { useNow } from '../../../app/use-now.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { FileList } from '../../../ui/files/FileList.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { makePart, Nothing } from '../../../ui/part.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { RichTextView } from '../../../ui/rich-text/RichTextView.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { PlacementNotices } from '../../activity/components/PlacementNotices.tsx';
import { PublicationPanel } from '../../activity/components/PublicationPanel.tsx';
import StateNote from '../../activity/components/StateNote.tsx';
import { type Discussion, useDiscussion } from '../api.ts';
import { Balance } from '../components/Balance.tsx';
import { ModerationLink } from '../components/ModerationLink.tsx';
import { ThreadList } from '../components/ThreadList.tsx';

const FacilitationPanel = makePart(() => import('../components/FacilitationPanel.tsx'), Nothing);
const GradesPanel = makePart(() => import('../components/GradesPanel.tsx'), Nothing);
const OwnResult = makePart(() => import('../components/OwnResult.tsx'), Nothing);
const Checklist = makePart(() => import('../components/Checklist.tsx'), Nothing);

/** What is discussed, and the threads in which it is. */
export default function DiscussionPage() {
  const { activityId = '' } = useParams();
  const session = useSession();
  const query = useDiscussion(activityId);
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && query.data === undefined) {
    if (query.error instanceof ApiError && query.error.code === 'ACTIVITY_NOT_OPEN')
      return <StateNote state="notOpen" activityId={activityId} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  return <Open discussion={query.data} isForStaff={isStaff(session)} mayRehearse={session.can.rehearse} />;
}

interface OpenProps {
  readonly discussion: Discussion;
  readonly isForStaff: boolean;
  readonly mayRehearse: boolean;
}

function Open({ discussion, isForStaff, mayRehearse }: OpenProps) {
  const { t } = useTranslation();
  const { id, title, prompt, promptFiles, mode, balance, can, spaces, waiting } = discussion;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading
          title={title}
          aside={
            can.post && (
              <ButtonLink variant="primary" to={`/discussions/${id}/new`}>
                {t(mode === 'question' ? 'discussion.question.start' : 'discussion.threads.start')}
              </ButtonLink>
            )
          }
        />
        <Until discussion={discussion} />
        {(mode === 'question' || mode === 'debate') && (
          <p className={cx(layout['muted'])}>{t(`discussion.${mode}.hint`)}</p>
        )}
        {balance !== null && <Balance balance={balance} isWhole />}
        {!isForStaff && spaces?.length === 1 && (
          <p className={cx(layout['muted'])}>
            {t('spaces.own', { name: spaces[0]?.name ?? t('spaces.gone') })}
          </p>
        )}
      </div>
      {isForStaff ? (
        <>
          <PublicationPanel activityId={id} title={title} />
          <PlacementNotices activityId={id} />
          <p className={cx(layout['row'])}>
            {can.edit && <Link to={`/discussions/${id}/settings`}>{t('discussion.setUp.edit')}</Link>}
            <Link to={`/activities/${id}/extensions`}>{t('timeline.list.link')}</Link>
            {mayRehearse && <Link to={`/activities/${id}/rehearsal`}>{t('rehearsal.link')}</Link>}
            <ModerationLink activityId={id} waiting={waiting ?? 0} />
          </p>
        </>
      ) : (
        discussion.state === 'closed' && (
          <Banner tone="info" title={t('publication.learner.closed')}>
            {t('discussion.closedText')}
          </Banner>
        )
      )}
      {isBlank(prompt) && promptFiles.length === 0 ? null : (
        <section aria-labelledby="prompt" className={cx(layout['stack'], layout['tight'])}>
          <h2 id="prompt">{t('discussion.prompt')}</h2>
          <RichTextView document={prompt} headingLevel={3} />
          <FileList files={promptFiles} />
        </section>
      )}
      {isForStaff && discussion.state === 'published' && <FacilitationPanel activityId={id} />}
      {isForStaff ? <GradesPanel activityId={id} /> : <OwnResult activityId={id} />}
      {discussion.hasMilestones && <Checklist activityId={id} />}
      {!isForStaff && spaces?.length === 0 ? (
        <Banner tone="info" title={t('spaces.none.title')}>
          {t('spaces.none.text')}
        </Banner>
      ) : discussion.awaitsFirstPost ? (
        <Banner tone="info" title={t('discussion.postFirst.title')}>
          {t('discussion.postFirst.text')}
        </Banner>
      ) : (
        <ThreadList activityId={id} mode={mode} spaces={spaces} tags={discussion.tags} />
      )}
    </div>
  );
}

/** Until when one writes. */
function Until({ discussion: { closesAt } }: { readonly discussion: Discussion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (closesAt === null) return null;
  const isOver = Date.parse(closesAt) < now;
  return (
    <p className={cx(layout['muted'])}>
      {t(isOver ? 'discussion.closed' : 'discussion.until', {
        when: t('moment.withRelative', {
          absolute: format.moment(closesAt),
          relative: format.relative(closesAt, now),
        }),
      })}
    </p>
  );
}
