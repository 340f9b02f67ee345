import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import lines from '../../../ui/lines.module.css';
import type { PageVersion } from '../versions-api.ts';

interface VersionLineProps {
  readonly version: PageVersion;
  readonly onRead: () => void;
  /** Null for those who may only read. */
  readonly onRestore: (() => void) | null;
  readonly isRestoring: boolean;
}

/** How a page stood at one moment, and who had written since the one before. */
export function VersionLine({ version, onRead, onRestore, isRestoring }: VersionLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, name, by, restored, added, removed } = version;
  const when = format.moment(at);
  const what =
    name ??
    (restored === null
      ? t('workspace.versions.automatic')
      : t('workspace.versions.restored', { n: restored }));
  const who = added.map(
    (one) => `${one.name ?? t('workspace.versions.somebody')} ${format.number(one.characters)}`,
  );
  return (
    <li className={cx(lines['line'])}>
      <div className={cx(lines['about'])}>
        <span>
          <strong>{what}</strong> <span className={cx(layout['muted'])}>{when}</span>
        </span>
        <span className={cx(layout['muted'], layout['small'])}>
          {[
            t('workspace.versions.number', { n: version.n }),
            by !== null && t('workspace.versions.by', { name: by }),
            who.length > 0 && t('workspace.versions.added', { who: format.list(who) }),
            removed > 0 && t('workspace.versions.removed', { amount: format.number(removed) }),
          ]
            .filter((part) => part !== false)
            .join(' ')}
        </span>
      </div>
      <div className={cx(layout['row'], layout['snug'])}>
        <Button
          variant="quiet"
          aria-label={t('workspace.versions.readNamed', { what, when })}
          onPress={onRead}
        >
          {t('workspace.versions.read')}
        </Button>
        {onRestore !== null && (
          <Button
            variant="quiet"
            isPending={isRestoring}
            aria-label={t('workspace.versions.restoreNamed', { what, when })}
            onPress={onRestore}
          >
            {t('workspace.versions.restore')}
          </Button>
        )}
      </div>
    </li>
  );
}
