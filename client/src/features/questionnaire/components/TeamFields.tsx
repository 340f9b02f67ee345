import { useTranslation } from 'react-i18next';
import { isKeyed } from '../../../../../server/src/contracts/questionnaire-rules.ts';
import { findTeamFault } from '../../../../../server/src/contracts/questionnaire-together.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Settings } from '../api.ts';
import { useSetNames } from '../use-set-names.ts';

interface TeamFieldsProps {
  readonly settings: Settings;
  /** It is published: those who have answered were told. */
  readonly isFixed: boolean;
  readonly onChange: (team: Settings['team']) => void;
}

const HALF = 50;
const ALL = 100;

/** Whether it is answered alone and then, by groups, together. */
export function TeamFields({ settings, isFixed, onChange }: TeamFieldsProps) {
  const { t } = useTranslation();
  const { sets, isSuccess, error } = useSetNames();
  const { team, items } = settings;
  const fault = findTeamFault(settings);
  const [first] = sets;
  if (isFixed) return <p className={cx(layout['muted'])}>{t(team ? 'team.fixed' : 'team.fixedNot')}</p>;
  return (
    <section className={cx(layout['stack'])} aria-labelledby="team">
      <h2 id="team">{t('team.build.title')}</h2>
      <Checkbox
        isChecked={team !== undefined}
        isDisabled={team === undefined && first === undefined}
        onChange={(isOn) => onChange(isOn && first ? { setId: first.id, percent: HALF } : undefined)}
      >
        {t('team.build.use')}
      </Checkbox>
      {error !== null && <Problem error={error} />}
      {isSuccess && first === undefined && <p className={cx(layout['muted'])}>{t('team.build.noSets')}</p>}
      {team !== undefined && (
        <>
          <p className={cx(layout['muted'])}>{t('team.build.explain')}</p>
          <Select
            label={t('team.build.set')}
            choices={sets.map(({ id, name }) => ({ id, text: name }))}
            value={team.setId}
            onChange={(setId) => onChange({ ...team, setId })}
          />
          {items.some(isKeyed) && (
            <NumberField
              label={t('team.build.percent')}
              hint={t('team.build.percentHint')}
              minValue={0}
              maxValue={ALL}
              value={team.percent}
              onChange={(percent) =>
                onChange({ ...team, percent: Number.isNaN(percent) ? team.percent : Math.round(percent) })
              }
            />
          )}
          {fault !== null && (
            <Banner tone="warn" role="alert">
              {t(`team.fault.${fault}`)}
            </Banner>
          )}
        </>
      )}
    </section>
  );
}
