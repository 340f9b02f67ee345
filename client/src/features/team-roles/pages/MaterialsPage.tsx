import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import { useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import { useMaterials } from '../api.ts';
import { MaterialPanel } from '../components/MaterialPanel.tsx';

/** What the roles of one group are told. */
export default function MaterialsPage() {
  const { t } = useTranslation();
  const place = useRoomPlace();
  const query = useMaterials(place);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  const { title, groupName } = query.data;
  const project = `/group-work/${place.activityId}`;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={t('materials.title')} trail={[{ title, to: project }]} />
        <p className={cx(layout['muted'])}>
          <bdi>{groupName ?? t('groupWork.unnamed')}</bdi>
        </p>
        <p className={cx(layout['muted'])}>{t('materials.intro')}</p>
        <p>
          <Link to={`${project}/groups/${place.groupId}/roles`}>{t('materials.toRoles')}</Link>
        </p>
      </div>
      <MaterialPanel materials={query.data} level={2} />
    </div>
  );
}
