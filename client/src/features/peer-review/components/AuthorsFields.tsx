import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSetNames } from '../../questionnaire/use-set-names.ts';
import { ReviewersFields } from './ReviewersFields.tsx';
import { ReviewsWithinFields } from './ReviewsWithinFields.tsx';
import type { SettingsForm } from '../settings-form.ts';

interface AuthorsFieldsProps {
  readonly form: SettingsForm;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: Partial<SettingsForm>) => void;
}

/** Who hands in one work, who reviews, and within what works are reviewed. */
export function AuthorsFields({ form, errorOf, onChange }: AuthorsFieldsProps) {
  const { t } = useTranslation();
  const { sets, isSuccess, error } = useSetNames();
  const { authors } = form;
  const [first] = sets;
  // A copy from another course names a group set that is not here.
  const isGone = authors.kind === 'groups' && isSuccess && !sets.some(({ id }) => id === authors.setId);
  return (
    <>
      <RadioGroup
        label={t('groupAuthors.setUp.label')}
        hint={t('groupAuthors.setUp.hint')}
        value={authors.kind}
        onChange={(kind) =>
          onChange(
            kind === 'groups' && first
              ? { authors: { kind, setId: first.id } }
              : { authors: { kind: 'learners' } },
          )
        }
        choices={[
          { id: 'learners', text: t('groupAuthors.setUp.learners') },
          ...(first === undefined && authors.kind === 'learners'
            ? []
            : [{ id: 'groups' as const, text: t('groupAuthors.setUp.groups') }]),
        ]}
      />
      {error !== null && <Problem error={error} />}
      {isSuccess && first === undefined && (
        <p className={cx(layout['muted'], layout['small'])}>{t('groupAuthors.setUp.noSets')}</p>
      )}
      {authors.kind === 'groups' && (
        <>
          <Select
            label={t('groupAuthors.setUp.set')}
            choices={sets.map(({ id, name }) => ({ id, text: name }))}
            value={authors.setId}
            {...(isGone && { error: t('groupAuthors.setUp.gone') })}
            onChange={(setId) => onChange({ authors: { kind: 'groups', setId } })}
          />
          <p className={cx(layout['muted'], layout['small'])}>{t('groupAuthors.setUp.explain')}</p>
        </>
      )}
      {form.givenOut === 'atOnce' && !form.compares && first !== undefined && (
        <ReviewersFields form={form} sets={sets} isKnown={isSuccess} onChange={onChange} />
      )}
      <ReviewsWithinFields form={form} errorOf={errorOf} onChange={onChange} />
      {form.compares && (form.reviewsWithin === 'section' || form.reviewsWithin === 'sameTopic') && (
        <p className={cx(layout['muted'], layout['small'])}>{t('comparative.setUp.within')}</p>
      )}
    </>
  );
}
