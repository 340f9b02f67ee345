import { useTranslation } from 'react-i18next';
import { CHARTER_SECTIONS } from '../../../../../server/src/contracts/team-limits.ts';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import type { CharterTexts } from '../api.ts';

interface CharterTextProps {
  readonly texts: CharterTexts;
  /** Under which headings stand. */
  readonly level: 3 | 4;
}

/** What a charter says, heading by heading. */
export function CharterText({ texts, level }: CharterTextProps) {
  const { t } = useTranslation();
  const Heading = `h${level}` as const;
  return (
    <div className={cx(layout['stack'], layout['tight'], layout['measure'])}>
      {CHARTER_SECTIONS.map((section) => (
        <div key={section}>
          <Heading>{t(`teamCharter.sections.${section}`)}</Heading>
          <p className={cx(layout['prose'], texts[section] === '' && layout['muted'])}>
            {texts[section] || t('teamCharter.empty')}
          </p>
        </div>
      ))}
    </div>
  );
}
