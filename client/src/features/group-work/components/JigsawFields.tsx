import { useTranslation } from 'react-i18next';
import { emptyRichText, plainTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { MATERIAL_MAX } from '../../../../../server/src/contracts/team-limits.ts';
import { useFormat } from '../../../app/context.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import layout from '../../../ui/layout.module.css';
import { toIso, toLocalField } from '../../../ui/local-time.ts';
import { RichTextEditor } from '../../../ui/rich-text/RichTextEditor.tsx';
import type { Settings } from '../settings-api.ts';
import { sectionName } from './section-name.ts';

type Jigsaw = Settings['team']['jigsaw'];
type Part = NonNullable<Jigsaw>['parts'][number];
type Role = NonNullable<Settings['team']['roles']>['list'][number];

const isTooLong = ({ text }: Part): boolean => plainTextOf(text).length > MATERIAL_MAX;

/** Whether what a role is told cannot be saved as it is. */
export const hasJigsawFault = (jigsaw: Jigsaw): boolean => jigsaw?.parts.some(isTooLong) ?? false;

interface JigsawFieldsProps {
  readonly roles: readonly Role[];
  readonly jigsaw: Jigsaw;
  readonly onChange: (jigsaw: Jigsaw) => void;
}

/** What each role is told and the others are not, and until when. */
export function JigsawFields({ roles, jigsaw, onChange }: JigsawFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = jigsaw?.parts ?? [];
  const opensAt = jigsaw?.opensAt ?? null;
  const change = (roleId: string, text: Part['text']) =>
    jigsaw &&
    onChange({ ...jigsaw, parts: [...parts.filter((one) => one.roleId !== roleId), { roleId, text }] });
  return (
    <>
      <Checkbox
        isChecked={jigsaw !== null}
        onChange={(isAsked) => onChange(isAsked ? { opensAt: null, parts: [] } : null)}
      >
        {t('materials.setUp.ask')}
      </Checkbox>
      <p className={cx(layout['muted'], layout['small'])}>{t('materials.setUp.hint')}</p>
      {jigsaw !== null && (
        <>
          {roles.map((role) => {
            const part = parts.find(({ roleId }) => roleId === role.id);
            const name = sectionName(t, { ...role, title: role.name }) || t('teamRoles.setUp.new');
            return (
              <RichTextEditor
                key={role.id}
                label={t('materials.setUp.text', { name })}
                isOptional
                rows={3}
                max={MATERIAL_MAX}
                value={part?.text ?? emptyRichText()}
                error={
                  part && isTooLong(part)
                    ? t('groupWork.setUp.invalid.brief', { max: format.number(MATERIAL_MAX) })
                    : undefined
                }
                onChange={(text) => change(role.id, text)}
              />
            );
          })}
          <DateTimeField
            label={t('materials.setUp.opensAt')}
            hint={t('materials.setUp.opensAtHint')}
            isOptional
            value={opensAt === null ? '' : toLocalField(opensAt)}
            onChange={(local) => onChange({ ...jigsaw, opensAt: toIso(local) })}
          />
        </>
      )}
    </>
  );
}
