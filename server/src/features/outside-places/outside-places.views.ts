import { ListOutsidePlaces, OutsidePlacesView } from '../../contracts/outside-places.ts';
import type { Place } from './outside-places.domain.ts';

interface Seen {
  readonly title: string;
  readonly groupName: string | null;
  /** The project goes on. */
  readonly isOpen: boolean;
  readonly places: readonly (Place & { readonly can: { readonly change: boolean } })[];
  readonly revision: number;
  readonly hosts: readonly string[];
}

/** The places of one group, for its members and for staff. */
export const outsidePlacesView = ({ title, groupName, isOpen, places, revision, hosts }: Seen) =>
  OutsidePlacesView.parse({
    room: { title, name: groupName, can: { write: isOpen } },
    places,
    revision,
    hosts,
  });

interface Line {
  readonly groupId: string;
  readonly name: string | null;
  readonly places: readonly Place[];
}

/** For staff. */
export const outsidePlaceListView = (title: string, items: readonly Line[], next: string | null) =>
  ListOutsidePlaces.response.parse({ title, items, next });
