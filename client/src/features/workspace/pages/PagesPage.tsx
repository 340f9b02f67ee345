import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { newId } from '../../../app/new-id.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toasts.ts';
import {
  type GroupPage,
  type PagePlace,
  pagesPath,
  useGroupPages,
  useSavePage,
  useTakeOutPage,
} from '../api.ts';
import { PageLine } from '../components/PageLine.tsx';
import { TitleForm } from '../components/TitleForm.tsx';
import { useRoom } from '../use-room.ts';

/** The pages that a group writes together. */
export default function PagesPage() {
  const { t } = useTranslation();
  const { activityId = '', groupId = '' } = useParams();
  const place = { activityId, groupId };
  const room = useRoom(place);
  const query = useGroupPages(place);
  const takeOut = useTakeOutPage(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { items, can } = query.data;
  const remove = ({ pageId, title }: GroupPage): void =>
    takeOut.mutate(
      { pageId, deleted: true },
      {
        onSuccess: () =>
          showToast({
            text: t('workspace.pages.taken', { title }),
            undo: () => takeOut.mutate({ pageId, deleted: false }),
          }),
      },
    );
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <PageHeading
        title={t('workspace.pages.of', { name: room.groupName })}
        trail={room.title === undefined ? [] : [{ title: room.title, to: `/group-work/${activityId}` }]}
      />
      <p className={cx(layout['muted'])}>
        {t(can.write ? 'workspace.pages.about' : 'workspace.pages.lookOn')}
      </p>
      {takeOut.error !== null && <Problem error={takeOut.error} />}
      {items.length === 0 && (
        <EmptyState title={t('workspace.pages.none')}>
          {t(can.write ? 'workspace.pages.noneYours' : 'workspace.pages.noneTheirs')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={cx(lines['list'])} aria-label={t('workspace.pages.title')}>
          {items.map((page) => (
            <PageLine
              key={page.pageId}
              place={place}
              page={page}
              onTakeOut={can.write ? () => remove(page) : null}
            />
          ))}
        </ul>
      )}
      {can.write && <NewPage place={place} />}
    </div>
  );
}

function NewPage({ place }: { readonly place: PagePlace }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSavePage(place);
  return (
    <section aria-labelledby="new-page" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="new-page">{t('workspace.pages.new')}</h2>
      {save.error !== null && <Problem error={save.error} />}
      <TitleForm
        label={t('workspace.pages.newTitle')}
        hint={t('workspace.pages.newHint')}
        submit={t('workspace.pages.begin')}
        isPending={save.isPending}
        onSubmit={(title) =>
          save.mutate(
            { pageId: newId(), title },
            { onSuccess: ({ pageId }) => void navigate(`${pagesPath(place)}/${pageId}`) },
          )
        }
      />
    </section>
  );
}
