import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../ui/NumberField.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { SettingsForm } from '../settings-form.ts';

interface GivenOutFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** When works are given to reviewers, and how many reviews each is to get. */
export function GivenOutFields({ form, errorOf, onChange }: GivenOutFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div data-field="givenOut">
        <RadioGroup
          label={t('pull.setUp.label')}
          error={errorOf('givenOut')}
          hint={t('pull.setUp.hint')}
          value={form.givenOut}
          onChange={(givenOut) => onChange({ givenOut, leastPerWork: form.reviewsPerLearner })}
          choices={[
            { id: 'atOnce', text: t('pull.setUp.atOnce') },
            { id: 'rolling', text: t('pull.setUp.rolling') },
          ]}
        />
      </div>
      {form.givenOut === 'rolling' && (
        <div data-field="leastPerWork">
          <NumberField
            label={t('pull.setUp.least')}
            hint={t('pull.setUp.leastHint')}
            minValue={1}
            maxValue={form.reviewsPerLearner}
            value={form.leastPerWork}
            error={errorOf('leastPerWork')}
            onChange={(leastPerWork) => onChange({ leastPerWork })}
          />
        </div>
      )}
    </>
  );
}
