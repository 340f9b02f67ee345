import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { SettingsForm } from '../settings-form.ts';

interface ReviewersFieldsProps {
  readonly form: Pick<SettingsForm, 'authors' | 'reviewers'>;
  readonly sets: readonly { readonly id: string; readonly name: string }[];
  /** Whether the group sets have been read. */
  readonly isKnown: boolean;
  readonly onChange: (part: Pick<SettingsForm, 'reviewers'>) => void;
}

/** Who writes one review: each learner, or each group together. */
export function ReviewersFields({ form, sets, isKnown, onChange }: ReviewersFieldsProps) {
  const { t } = useTranslation();
  const { authors, reviewers } = form;
  // The groups that hand in are the likeliest to review.
  const setId = authors.kind === 'groups' ? authors.setId : sets[0]?.id;
  const isGone = reviewers.kind === 'groups' && isKnown && !sets.some(({ id }) => id === reviewers.setId);
  return (
    <>
      <RadioGroup
        label={t('groupAuthors.reviewers.label')}
        hint={t('groupAuthors.reviewers.hint')}
        value={reviewers.kind}
        onChange={(kind) =>
          onChange({
            reviewers: kind === 'groups' && setId !== undefined ? { kind, setId } : { kind: 'learners' },
          })
        }
        choices={[
          { id: 'learners', text: t('groupAuthors.setUp.learners') },
          { id: 'groups', text: t('groupAuthors.setUp.groups') },
        ]}
      />
      {reviewers.kind === 'groups' && (
        <>
          <Select
            label={t('groupAuthors.reviewers.set')}
            choices={sets.map(({ id, name }) => ({ id, text: name }))}
            value={reviewers.setId}
            {...(isGone && { error: t('groupAuthors.setUp.gone') })}
            onChange={(chosen) => onChange({ reviewers: { kind: 'groups', setId: chosen } })}
          />
          <p className={cx(layout['muted'], layout['small'])}>{t('groupAuthors.reviewers.explain')}</p>
        </>
      )}
    </>
  );
}
