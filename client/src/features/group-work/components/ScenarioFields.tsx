import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../../../server/src/contracts/limits.ts';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { SCENARIO_TEXT_MAX, SCENARIOS_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import fields from '../../../ui/item-fields.module.css';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';

type Scenarios = Settings['team']['scenarios'];
type Scenario = NonNullable<Scenarios>['list'][number];

const fresh = (): Scenario => ({ id: newId(), title: '', text: emptyRichText() });
const isNameless = ({ title }: Scenario): boolean => title.trim() === '' || title.length > TITLE_MAX;
const isTooLong = ({ text }: Scenario): boolean => plainTextOf(text).length > SCENARIO_TEXT_MAX;

/** Whether a scenario cannot be saved as it is. */
export const hasScenarioFault = (scenarios: Scenarios): boolean =>
  scenarios?.list.some((one) => isNameless(one) || isTooLong(one)) ?? false;

interface ScenarioFieldsProps {
  readonly scenarios: Scenarios;
  readonly showsFaults: boolean;
  readonly onChange: (scenarios: Scenarios) => void;
}

/** The pool of scenarios that each group gets one of, and who decides which. */
export function ScenarioFields({ scenarios, showsFaults, onChange }: ScenarioFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = scenarios?.list ?? [];
  const set = (next: Scenario[]) => scenarios && onChange({ ...scenarios, list: next });
  const change = (id: string, part: Partial<Scenario>) =>
    set(list.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <>
      <Checkbox
        isChecked={scenarios !== null}
        onChange={(isAsked) => onChange(isAsked ? { givenBy: 'draw', list: [fresh(), fresh()] } : null)}
      >
        {t('scenarios.setUp.ask')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('scenarios.setUp.hint')}</p>
      {scenarios !== null && (
        <>
          <RadioGroup
            label={t('scenarios.setUp.givenBy')}
            value={scenarios.givenBy}
            onChange={(givenBy) => onChange({ ...scenarios, givenBy })}
            choices={(['draw', 'staff'] as const).map((id) => ({
              id,
              text: t(`scenarios.setUp.by.${id}`),
              hint: t(`scenarios.setUp.byHint.${id}`),
            }))}
          />
          {list.map((scenario, at) => (
            <fieldset key={scenario.id} className={cx(fields['item'])}>
              <legend>{t('scenarios.setUp.scenario', { n: format.number(at + 1) })}</legend>
              <TextField
                label={t('scenarios.setUp.title')}
                value={scenario.title}
                error={
                  showsFaults && isNameless(scenario)
                    ? t('groupWork.setUp.invalid.title', { max: format.number(TITLE_MAX) })
                    : undefined
                }
                onChange={(title) => change(scenario.id, { title })}
              />
              <RichTextEditor
                label={t('scenarios.setUp.text')}
                rows={3}
                max={SCENARIO_TEXT_MAX}
                value={scenario.text}
                error={
                  isTooLong(scenario)
                    ? t('groupWork.setUp.invalid.brief', { max: format.number(SCENARIO_TEXT_MAX) })
                    : undefined
                }
                onChange={(text) => change(scenario.id, { text })}
              />
              {list.length > 1 && (
                <div>
                  <Button onPress={() => set(list.filter(({ id }) => id !== scenario.id))}>
                    {t('scenarios.setUp.remove', { n: format.number(at + 1) })}
                  </Button>
                </div>
              )}
            </fieldset>
          ))}
          {list.length < SCENARIOS_MAX && (
            <div>
              <Button onPress={() => set([...list, fresh()])}>{t('scenarios.setUp.add')}</Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
