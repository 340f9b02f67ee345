import { useTranslation } from 'react-i18next';
import { CHARTER_PROMPT_MAX, CHARTER_SECTIONS } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';
import { hasJigsawFault, JigsawFields } from './JigsawFields.tsx';
import { hasRoleFault, RoleFields } from './RoleFields.tsx';
import { hasScenarioFault, ScenarioFields } from './ScenarioFields.tsx';

type Team = Settings['team'];
type Prompts = NonNullable<Team['charter']>['prompts'];

const OWN_WORDS = Object.fromEntries(CHARTER_SECTIONS.map((section) => [section, ''])) as Prompts;

/** Whether something about how groups work together cannot be saved as it is. */
export const hasTeamFault = ({ charter, roles, jigsaw, scenarios }: Team): boolean =>
  hasRoleFault(roles) || hasJigsawFault(jigsaw) || hasScenarioFault(scenarios) || hasCharterFault(charter);

const hasCharterFault = (charter: Team['charter']): boolean =>
  Object.values(charter?.prompts ?? {}).some((prompt) => prompt.length > CHARTER_PROMPT_MAX);

interface TeamFieldsProps {
  readonly team: Team;
  readonly showsFaults: boolean;
  readonly onChange: (part: Partial<Team>) => void;
}

/** What groups do about how they work together. */
export function TeamFields({ team, showsFaults, onChange }: TeamFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { charter, retrospective } = team;
  const setPrompt = (section: keyof Prompts, prompt: string) =>
    onChange({ charter: { prompts: { ...OWN_WORDS, ...charter?.prompts, [section]: prompt } } });
  return (
    <section aria-labelledby="team" className={cx(layout['stack'], layout['tight'])}>
      <h2 id="team">{t('groupWork.setUp.team')}</h2>
      <ScenarioFields
        scenarios={team.scenarios}
        showsFaults={showsFaults}
        onChange={(scenarios) => onChange({ scenarios })}
      />
      <Checkbox
        isChecked={charter !== null}
        onChange={(isAsked) => onChange({ charter: isAsked ? { prompts: OWN_WORDS } : null })}
      >
        {t('teamCharter.setUp.ask')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('teamCharter.setUp.hint')}</p>
      {charter !== null && (
        <Disclosure title={t('teamCharter.setUp.prompts')} isOpen={hasCharterFault(charter)}>
          <div className={cx(layout['stack'], layout['tight'])}>
            <p className={cx(layout['muted'], layout['small'])}>{t('teamCharter.setUp.promptsHint')}</p>
            {CHARTER_SECTIONS.map((section) => (
              <TextArea
                key={section}
                label={t(`teamCharter.sections.${section}`)}
                rows={2}
                placeholder={t(`teamCharter.prompts.${section}`)}
                value={charter.prompts[section]}
                error={
                  charter.prompts[section].length > CHARTER_PROMPT_MAX
                    ? t('groupWork.setUp.invalid.brief', { max: format.number(CHARTER_PROMPT_MAX) })
                    : undefined
                }
                onChange={(prompt) => setPrompt(section, prompt)}
              />
            ))}
          </div>
        </Disclosure>
      )}
      <RoleFields roles={team.roles} showsFaults={showsFaults} onChange={(roles) => onChange({ roles })} />
      {team.roles !== null && (
        <JigsawFields
          roles={team.roles.list}
          jigsaw={team.jigsaw}
          onChange={(jigsaw) => onChange({ jigsaw })}
        />
      )}
      <Checkbox isChecked={team.dynamics} onChange={(dynamics) => onChange({ dynamics })}>
        {t('teamDynamics.setUp.ask')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('teamDynamics.setUp.hint')}</p>
      <Checkbox
        isChecked={retrospective !== null}
        onChange={(isAsked) => onChange({ retrospective: isAsked ? { staffLookOn: false } : null })}
      >
        {t('retrospective.setUp.ask')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('retrospective.setUp.hint')}</p>
      {retrospective !== null && (
        <>
          <Checkbox
            isChecked={retrospective.staffLookOn}
            onChange={(staffLookOn) => onChange({ retrospective: { staffLookOn } })}
          >
            {t('retrospective.setUp.lookOn')}
          </Checkbox>
          <p className={cx(layout['muted'], layout['small'])}>{t('retrospective.setUp.lookOnHint')}</p>
        </>
      )}
    </section>
  );
}
