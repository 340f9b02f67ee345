import { useTranslation } from 'react-i18next';
import {
  isPattern,
  OUTSIDE_LINK_MAX,
  OUTSIDE_PLACES,
  type OutsidePlace,
} from '../../../../../server/src/contracts/outside-links.ts';
import { useFormat } from '../../../app/context.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import fields from '../../../ui/item-fields.module.css';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';

type Team = Settings['team'];

/** @param hosts that boards and video rooms may be on; null: the server alone knows */
const isWrong = (pattern: string, hosts: readonly string[] | null): boolean =>
  pattern.length > OUTSIDE_LINK_MAX ||
  (pattern.trim() !== '' && hosts !== null && !isPattern(pattern.trim(), hosts));

/** Whether a board or video room cannot be saved as it is. What stood there before is left as it is. */
export const hasPlaceFault = (team: Team, before: Team, hosts: readonly string[] | null): boolean =>
  OUTSIDE_PLACES.some((kind) => {
    const pattern = team[kind]?.pattern ?? '';
    return pattern !== before[kind]?.pattern && isWrong(pattern, hosts);
  });

interface PlaceFieldsProps {
  readonly team: Team;
  readonly hosts: readonly string[] | null;
  readonly showsFaults: boolean;
  readonly onChange: (part: Partial<Team>) => void;
}

/** Which places outside each group has, and where. */
export function PlaceFields({ team, hosts, showsFaults, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const set = (kind: OutsidePlace, to: Team[OutsidePlace]) => onChange({ [kind]: to });
  return OUTSIDE_PLACES.map((kind) => {
    const asked = team[kind];
    return (
      <div key={kind} className={cx(layout['stack'], layout['tight'])}>
        <Checkbox
          isChecked={asked !== null}
          onChange={(isAsked) => set(kind, isAsked ? { pattern: '', groupsPaste: true } : null)}
        >
          {t(`outsidePlaces.setUp.ask.${kind}`)}
        </Checkbox>
        {asked !== null && (
          <fieldset className={cx(fields['item'])}>
            <legend>{t(`outsidePlaces.kinds.${kind}`)}</legend>
            <TextField
              label={t('outsidePlaces.setUp.pattern')}
              hint={
                hosts === null
                  ? t('outsidePlaces.setUp.patternHint')
                  : `${t('outsidePlaces.setUp.patternHint')} ${t('outsidePlaces.addressHint', { hosts: format.list([...hosts]) })}`
              }
              isOptional
              value={asked.pattern}
              error={showsFaults && isWrong(asked.pattern, hosts) ? t('outsidePlaces.wrong') : undefined}
              onChange={(pattern) => set(kind, { ...asked, pattern })}
            />
            <Checkbox
              isChecked={asked.groupsPaste}
              onChange={(groupsPaste) => set(kind, { ...asked, groupsPaste })}
            >
              {t('outsidePlaces.setUp.groupsPaste')}
            </Checkbox>
          </fieldset>
        )}
      </div>
    );
  });
}
