import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RoomPage, useRoomPlace } from '../../group-work/components/RoomPage.tsx';
import { usePlaces } from '../api.ts';
import { PlaceCard } from '../components/PlaceCard.tsx';

/** The board and the video room of a group. */
export default function PlacesPage() {
  const { t } = useTranslation();
  const at = useRoomPlace();
  const query = usePlaces(at);
  return (
    <RoomPage place={at} title={t('outsidePlaces.title')} query={query}>
      {(view) => {
        if (view.places.length === 0)
          return <EmptyState title={t('outsidePlaces.noneYet')}>{t('outsidePlaces.notAsked')}</EmptyState>;
        return view.places.map((place) => <PlaceCard key={place.kind} at={at} place={place} view={view} />);
      }}
    </RoomPage>
  );
}
