import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { makePart, Nothing } from '../ui/part.tsx';
import { listenForShortcuts, useShortcut } from '../ui/shortcuts.ts';
import { Tooltip } from '../ui/Tooltip.tsx';

const ShortcutSheet = makePart<{ onClose: () => void }>(() => import('./ShortcutSheet.tsx'), Nothing);

/** Makes keys work, and tells which: by the button, or by `?`. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(listenForShortcuts, []);
  useShortcut('?', t('ui.shortcuts.help'), () => setIsOpen(true));
  return (
    <>
      <Tooltip text={t('ui.shortcuts.tooltip')}>
        {(describedBy) => (
          <Button
            variant="quiet"
            aria-label={t('ui.shortcuts.title')}
            aria-haspopup="dialog"
            aria-describedby={describedBy}
            onPress={() => setIsOpen(true)}
          >
            <Icon name="keyboard" />
          </Button>
        )}
      </Tooltip>
      {isOpen && <ShortcutSheet onClose={() => setIsOpen(false)} />}
    </>
  );
}
