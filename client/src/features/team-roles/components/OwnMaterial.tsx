import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import type { RoomPlace } from '../../group-work/room-api.ts';
import { useMaterials } from '../api.ts';
import { MaterialPanel } from './MaterialPanel.tsx';

/** The material of one's roles, where one writes their part. */
export function OwnMaterial({ place }: { readonly place: RoomPlace }) {
  const { t } = useTranslation();
  const { data } = useMaterials(place);
  // It is to be read on its own page too; what fails here stands in nobody's way.
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Disclosure title={t('materials.title')}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <MaterialPanel materials={data} level={3} />
      </div>
    </Disclosure>
  );
}
