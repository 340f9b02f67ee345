import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ApiError } from '../../../app/api-client.ts';
import { isStaff, useSession } from '../../../app/context.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';
import { ProblemPage } from '../../../ui/ProblemPage.tsx';
import { PageSkeleton } from '../../../ui/Skeleton.tsx';
import StateNote from '../../activity/components/StateNote.tsx';
import type { Room, RoomPlace } from '../room-api.ts';

/** Whose room the address names. */
export function useRoomPlace(): RoomPlace {
  const { activityId = '', groupId = '' } = useParams();
  return { activityId, groupId };
}

interface RoomPageProps<View> {
  readonly place: RoomPlace;
  readonly title: string;
  readonly query: UseQueryResult<View>;
  readonly children: (view: View) => ReactNode;
}

/** A page of a group's room: its heading, whose it is, and why one only looks on. */
export function RoomPage<View extends { readonly room: Pick<Room, 'title' | 'name' | 'can'> }>(
  props: RoomPageProps<View>,
) {
  const { place, title, query, children } = props;
  const { t } = useTranslation();
  const session = useSession();
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    if (query.error instanceof ApiError && query.error.code === 'ACTIVITY_NOT_OPEN')
      return <StateNote state="notOpen" activityId={place.activityId} />;
    return <ProblemPage error={query.error} retry={() => void query.refetch()} />;
  }
  const { room } = query.data;
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={title} trail={[{ title: room.title, to: `/group-work/${place.activityId}` }]} />
        <p className={cx(layout['muted'])}>
          <bdi>{room.name ?? t('groupWork.unnamed')}</bdi>
        </p>
        {!room.can.write && <p>{t(isStaff(session) ? 'groupRoom.lookingOn' : 'groupRoom.closed')}</p>}
      </div>
      {children(query.data)}
    </div>
  );
}
