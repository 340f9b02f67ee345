import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/Select.tsx';
import type { Discussion } from '../api.ts';

export const ALL_SPACES = 'all';

interface SpaceSelectProps {
  readonly spaces: NonNullable<Discussion['spaces']>;
  readonly label: string;
  /** What stands for all of them; left out: one must be chosen. */
  readonly allLabel?: string;
  readonly value: string;
  readonly onChange: (group: string) => void;
}

/** Chooses the space of a group. */
export function SpaceSelect({ spaces, label, allLabel, value, onChange }: SpaceSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      choices={[
        ...(allLabel === undefined ? [] : [{ id: ALL_SPACES, text: allLabel }]),
        ...spaces.map(({ id, name }) => ({ id, text: name ?? t('spaces.gone') })),
      ]}
    />
  );
}
