import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { SectionFilter } from '../sections-api.ts';
import { useSectionsWanted } from '../use-sections-wanted.ts';

interface SectionFilterChoiceProps {
  readonly filter: SectionFilter;
}

/** "My sections" or everybody, for those of the staff who look after a section. */
export function SectionFilterChoice({ filter }: SectionFilterChoiceProps) {
  const { t } = useTranslation();
  const { choose } = useSectionsWanted();
  if (filter.mine === 0) return null;
  return (
    <RadioGroup
      label={t('sections.filter.label')}
      look="segments"
      value={filter.shown}
      onChange={choose}
      choices={[
        { id: 'mine', text: t('sections.filter.mine') },
        { id: 'all', text: t('sections.filter.all') },
      ]}
    />
  );
}
