import type { Editor } from '@tiptap/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton, Skeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { type GroupPage, type PagePlace, pagesPath, useGroupPages, useTakeOutPage } from '../api.ts';
import { DroppedText } from '../components/DroppedText.tsx';
import { PageActions } from '../components/PageActions.tsx';
import { PageComments } from '../components/PageComments.tsx';
import { PageStanding } from '../components/PageStanding.tsx';
import PageText from '../components/PageText.tsx';
import { PeopleHere } from '../components/PeopleHere.tsx';
import type { Passage } from '../comments-api.ts';
import { selectedPassage } from '../passages.ts';
import { usePageImages } from '../use-page-images.ts';
import { usePage } from '../use-page.ts';
import styles from '../workspace.module.css';
import { useRoom } from '../use-room.ts';

/** One page of a group: its members write it, staff look on. */
export default function WritingPage() {
  const { activityId = '', groupId = '', pageId = '' } = useParams();
  const place = { activityId, groupId };
  const query = useGroupPages(place);
  if (query.isPending) return <PageSkeleton />;
  // What is being written stays when a look at the list fails.
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const page = query.data.items.find((one) => one.pageId === pageId);
  if (!page) return <NotInList place={place} pageId={pageId} canWrite={query.data.can.write} />;
  return <Open key={pageId} place={place} page={page} canWrite={query.data.can.write} />;
}

interface OpenProps {
  readonly place: PagePlace;
  readonly page: GroupPage;
  readonly canWrite: boolean;
}

function Open({ place, page: { pageId, title }, canWrite }: OpenProps) {
  const { t } = useTranslation();
  const page = usePage(place, pageId, !canWrite);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [begun, setBegun] = useState<Passage | null>(null);
  const uploadImage = usePageImages({ ...place, pageId });
  const isReadOnly = !canWrite || (page !== null && page.state.refusal !== null);
  const comment = (): void => {
    const passage = canWrite && editor ? selectedPassage(editor) : null;
    if (passage) setBegun(passage);
    else showToast({ text: t('workspace.comments.select') });
  };
  return (
    <Frame place={place} title={title}>
      {page === null ? (
        <Skeleton />
      ) : (
        <>
          <div className={cx(layout['stack'], layout['tight'])}>
            <div className={cx(layout['row'])}>
              <PeopleHere people={page.state.people} />
              <ButtonLink to={`${pagesPath(place)}/${pageId}/versions`}>
                {t('workspace.versions.title')}
              </ButtonLink>
            </div>
            {(page.state.isLoaded || page.state.refusal !== null) && (
              <PageStanding page={page} isReadOnly={!canWrite} />
            )}
          </div>
          <DroppedText page={page} editor={isReadOnly ? null : editor} />
          {page.state.isLoaded ? (
            <>
              <PageActions onComment={canWrite ? comment : null} />
              <div className={cx(styles['around'])}>
                <div className={cx(styles['sides'])}>
                  <PageText
                    connection={page.connection}
                    label={t('workspace.page.text', { title })}
                    isReadOnly={isReadOnly}
                    onEditor={setEditor}
                    onComment={comment}
                    uploadImage={uploadImage}
                  />
                  {editor !== null && (
                    <PageComments
                      address={{ ...place, pageId }}
                      editor={editor}
                      begun={begun}
                      onBegun={setBegun}
                    />
                  )}
                </div>
              </div>
            </>
          ) : (
            page.state.refusal === null && <Opening />
          )}
        </>
      )}
    </Frame>
  );
}

/** After so long it is said that something keeps the page from opening. */
const PATIENCE_MS = 8_000;

function Opening() {
  const { t } = useTranslation();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <p role="status">{t(isLong ? 'workspace.page.openingLong' : 'workspace.page.opening')}</p>
      <Skeleton />
    </>
  );
}

interface FrameProps {
  readonly place: PagePlace;
  readonly title: string;
  readonly children: ReactNode;
}

function Frame({ place, title, children }: FrameProps) {
  const { t } = useTranslation();
  const room = useRoom(place);
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={title}
        trail={[
          ...(room.title === undefined ? [] : [{ title: room.title, to: `/group-work/${place.activityId}` }]),
          { title: t('workspace.pages.of', { name: room.groupName }), to: pagesPath(place) },
        ]}
      />
      {children}
    </div>
  );
}

interface NotInListProps {
  readonly place: PagePlace;
  readonly pageId: string;
  readonly canWrite: boolean;
}

function NotInList({ place, pageId, canWrite }: NotInListProps) {
  const { t } = useTranslation();
  const takeOut = useTakeOutPage(place);
  return (
    <Frame place={place} title={t('workspace.page.gone')}>
      <EmptyState title={t('workspace.page.goneTitle')}>{t('workspace.page.goneText')}</EmptyState>
      {takeOut.error !== null && <Problem error={takeOut.error} />}
      <div className={cx(layout['row'])}>
        <ButtonLink to={pagesPath(place)} variant="primary">
          {t('workspace.page.toList')}
        </ButtonLink>
        {canWrite && (
          <Button isPending={takeOut.isPending} onPress={() => takeOut.mutate({ pageId, deleted: false })}>
            {t('workspace.page.putBack')}
          </Button>
        )}
      </div>
    </Frame>
  );
}
