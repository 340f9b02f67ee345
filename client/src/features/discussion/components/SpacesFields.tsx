import { useTranslation } from 'react-i18next';
import { DISCUSSION_ANONYMITY } from '../../../../../server/src/contracts/limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Problem } from '../../../ui/Problem.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSetNames } from '../../questionnaire/use-set-names.ts';
import type { Settings } from '../settings-api.ts';

interface SpacesFieldsProps {
  readonly settings: Settings;
  /** Somebody has written: groups stay as they are. */
  readonly isFixed: boolean;
  readonly onChange: (part: Partial<Settings>) => void;
}

const COURSE = 'course';
/** The loosest first, as most choose it. */
const CHOICES = DISCUSSION_ANONYMITY.toReversed();

/** Who knows whom, and who discusses with whom. */
export function SpacesFields({ settings, isFixed, onChange }: SpacesFieldsProps) {
  const { t } = useTranslation();
  const { sets, error } = useSetNames();
  const { anonymity, groupSetId } = settings;
  return (
    <>
      <div className={cx(layout['stack'], layout['tight'])}>
        <RadioGroup
          label={t('spaces.setUp.anonymity')}
          value={anonymity}
          onChange={(chosen) => onChange({ anonymity: chosen })}
          choices={CHOICES.map((id) => ({
            id,
            text: t(`spaces.setUp.choices.${id}`),
            hint: t(`spaces.setUp.hints.${id}`),
          }))}
        />
        {(isFixed || anonymity !== 'none') && (
          <p className={cx(layout['muted'], layout['small'])}>{t('spaces.setUp.kept')}</p>
        )}
      </div>
      {error !== null && <Problem error={error} />}
      <div className={cx(layout['stack'], layout['tight'])}>
        {!isFixed && (
          <Select
            label={t('spaces.setUp.groups')}
            value={groupSetId ?? COURSE}
            onChange={(id) => onChange({ groupSetId: id === COURSE ? null : id })}
            choices={[
              { id: COURSE, text: t('spaces.setUp.course') },
              ...sets.map(({ id, name }) => ({ id, text: t('spaces.setUp.perGroup', { name }) })),
            ]}
          />
        )}
        {isFixed && (
          <p>
            {t('spaces.setUp.groups')}:{' '}
            {groupSetId === null
              ? t('spaces.setUp.course')
              : t('spaces.setUp.perGroup', { name: sets.find(({ id }) => id === groupSetId)?.name ?? '…' })}
          </p>
        )}
        {(isFixed || groupSetId !== null) && (
          <p className={cx(layout['muted'], layout['small'])}>
            {t(isFixed ? 'spaces.setUp.fixed' : 'spaces.setUp.groupsHint')}
          </p>
        )}
      </div>
    </>
  );
}
