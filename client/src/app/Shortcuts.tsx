import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { makePart, Nothing } from '../ui/part.tsx';
import { listenForShortcuts, useShortcut } from '../ui/shortcuts.ts';

const ShortcutSheet = makePart<{ onClose: () => void }>(() => import('./ShortcutSheet.tsx'), Nothing);

/** Makes keys work, and tells which: by the button, or by `?`. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(listenForShortcuts, []);
  useShortcut('?', t('ui.shortcuts.help'), () => setIsOpen(true));
  return (
    <>
      <Button variant="quiet" aria-haspopup="dialog" onPress={() => setIsOpen(true)}>
        <Icon name="keyboard" />
        {t('ui.shortcuts.title')}
      </Button>
      {isOpen && <ShortcutSheet onClose={() => setIsOpen(false)} />}
    </>
  );
}
