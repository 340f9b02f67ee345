import { useTranslation } from 'react-i18next';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useGroups } from '../../course/api.ts';
import { useSetName } from '../../course/use-set-name.ts';
import type { SettingsForm } from '../settings-form.ts';

interface ReviewsWithinFieldsProps {
  readonly form: Pick<SettingsForm, 'compares' | 'reviewsWithin' | 'topicSetId'>;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** Whose works learners review: everybody's, those of their section, of their own topic, or of other topics. */
export function ReviewsWithinFields({ form, errorOf, onChange }: ReviewsWithinFieldsProps) {
  const { t } = useTranslation();
  const isByTopic = form.reviewsWithin === 'sameTopic' || form.reviewsWithin === 'otherTopic';
  return (
    <>
      <RadioGroup
        label={t('sections.reviews.label')}
        hint={t(form.compares ? 'comparative.setUp.withinHint' : 'sections.reviews.hint')}
        value={form.reviewsWithin}
        onChange={(reviewsWithin) => onChange({ reviewsWithin })}
        choices={[
          { id: 'course', text: t('sections.reviews.course') },
          { id: 'section', text: t('sections.reviews.section') },
          { id: 'sameTopic', text: t('exclusions.topic.same') },
          { id: 'otherTopic', text: t('exclusions.topic.other') },
        ]}
      />
      {isByTopic && (
        <div data-field="topicSetId">
          <TopicSet value={form.topicSetId} error={errorOf('topicSetId')} onChange={onChange} />
        </div>
      )}
    </>
  );
}

interface TopicSetProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: ReviewsWithinFieldsProps['onChange'];
}

/** The group set whose groups are the topics. */
function TopicSet({ value, error, onChange }: TopicSetProps) {
  const { t } = useTranslation();
  const nameOf = useSetName();
  const sets = useGroups().data?.sets ?? [];
  return (
    <Select
      label={t('exclusions.topic.set')}
      hint={t('exclusions.topic.hint')}
      choices={sets.map((set) => ({ id: set.id, text: nameOf(set) }))}
      value={value}
      error={error}
      onChange={(topicSetId) => onChange({ topicSetId })}
    />
  );
}
