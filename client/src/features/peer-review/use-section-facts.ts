import { useTranslation } from 'react-i18next';
import { useAllocationPreview } from './staff-api.ts';

/** What beginning the reviews now means for sections, in sentences; none where reviews go across the course anyway. */
export function useSectionFacts(activityId: string): string[] {
  const { t } = useTranslation();
  const preview = useAllocationPreview(activityId).data;
  if (preview === undefined || preview.within === 'course') return [];
  const { sections } = preview;
  if (sections === null) return [t('sections.reviews.facts.none')];
  const nameOf = ({ name }: { name: string | null }): string => name ?? t('sections.unnamed');
  const { within, tooSmall, unplaced, across, joined } = sections;
  return [
    ...(within.length > 0 ? [t('sections.reviews.facts.within', { count: within.length })] : []),
    ...(tooSmall.length > 0
      ? [t('sections.reviews.facts.tooSmall', { names: tooSmall.map(nameOf).join(', ') })]
      : []),
    ...(unplaced > 0 ? [t('sections.reviews.facts.unplaced', { count: unplaced })] : []),
    ...(across > 0 ? [t('sections.reviews.facts.across', { count: across })] : []),
    ...(joined === null ? [] : [t('sections.reviews.facts.joined', { name: nameOf(joined) })]),
  ];
}
