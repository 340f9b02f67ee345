import { useTranslation } from 'react-i18next';
import {
  ROLE_DESCRIPTION_MAX,
  ROLE_NAME_MAX,
  TEAM_ROLE_KINDS,
  TEAM_ROLES_MAX,
} from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { newId } from '../../../app/new-id.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import fields from '../../../ui/item-fields.module.css';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';

type Roles = Settings['team']['roles'];
type Role = NonNullable<Roles>['list'][number];

const STANDARD = TEAM_ROLE_KINDS.filter((kind) => kind !== 'custom');
const standard = (kind: Role['kind']): Role => ({
  id: kind,
  kind,
  name: '',
  description: '',
  rotates: kind === 'facilitator',
});

const isNameless = ({ kind, name }: Role): boolean =>
  kind === 'custom' && (name.trim() === '' || name.length > ROLE_NAME_MAX);
const isTooLong = ({ description }: Role): boolean => description.length > ROLE_DESCRIPTION_MAX;

/** Whether a role cannot be saved as it is. */
export const hasRoleFault = (roles: Roles): boolean =>
  roles?.list.some((role) => isNameless(role) || isTooLong(role)) ?? false;

interface RoleFieldsProps {
  readonly roles: Roles;
  readonly showsFaults: boolean;
  readonly onChange: (roles: Roles) => void;
}

/** Which roles there are in each group, and who gives them. */
export function RoleFields({ roles, showsFaults, onChange }: RoleFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = roles?.list ?? [];
  const set = (next: Role[]) => roles && onChange({ ...roles, list: next });
  const change = (id: string, part: Partial<Role>) =>
    set(list.map((role) => (role.id === id ? { ...role, ...part } : role)));

  return (
    <>
      <Checkbox
        isChecked={roles !== null}
        onChange={(isAsked) =>
          onChange(isAsked ? { assignedBy: 'group', list: STANDARD.map(standard) } : null)
        }
      >
        {t('teamRoles.setUp.ask')}
      </Checkbox>
      {roles !== null && (
        <>
          <RadioGroup
            label={t('teamRoles.setUp.assignedBy')}
            value={roles.assignedBy}
            onChange={(assignedBy) => onChange({ ...roles, assignedBy })}
            choices={[
              { id: 'group', text: t('teamRoles.setUp.byGroup') },
              { id: 'staff', text: t('teamRoles.setUp.byStaff') },
            ]}
          />
          {list.map((role) => {
            const name = role.kind === 'custom' ? role.name : t(`teamRoles.kinds.${role.kind}`);
            return (
              <fieldset key={role.id} className={cx(fields['item'])}>
                <legend>{name || t('teamRoles.setUp.new')}</legend>
                {role.kind === 'custom' && (
                  <TextField
                    label={t('teamRoles.setUp.name')}
                    value={role.name}
                    error={
                      showsFaults && isNameless(role)
                        ? t('groupWork.setUp.invalid.title', { max: format.number(ROLE_NAME_MAX) })
                        : undefined
                    }
                    onChange={(changed) => change(role.id, { name: changed })}
                  />
                )}
                <TextArea
                  label={t('teamRoles.setUp.description')}
                  rows={2}
                  {...(role.kind !== 'custom' && { placeholder: t(`teamRoles.about.${role.kind}`) })}
                  value={role.description}
                  error={
                    isTooLong(role)
                      ? t('groupWork.setUp.invalid.brief', { max: format.number(ROLE_DESCRIPTION_MAX) })
                      : undefined
                  }
                  onChange={(description) => change(role.id, { description })}
                />
                <Checkbox isChecked={role.rotates} onChange={(rotates) => change(role.id, { rotates })}>
                  {t('teamRoles.setUp.rotates')}
                </Checkbox>
                <div className={cx(layout['row'])}>
                  <Button onPress={() => set(list.filter(({ id }) => id !== role.id))}>
                    {t('teamRoles.setUp.remove', { name: name || t('teamRoles.setUp.new') })}
                  </Button>
                </div>
              </fieldset>
            );
          })}
          {list.length < TEAM_ROLES_MAX && (
            <div className={cx(layout['row'])}>
              {STANDARD.filter((kind) => !list.some(({ id }) => id === kind)).map((kind) => (
                <Button key={kind} onPress={() => set([...list, standard(kind)])}>
                  {t('teamRoles.setUp.addThis', { name: t(`teamRoles.kinds.${kind}`) })}
                </Button>
              ))}
              <Button onPress={() => set([...list, { ...standard('custom'), id: newId(), rotates: false }])}>
                {t('teamRoles.setUp.add')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
