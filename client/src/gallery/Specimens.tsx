import { useEffect, useMemo } from 'react';
import { MemoryRouter } from 'react-router';
import { AppContext, type AppContextValue } from '../app/context.ts';
import { makeFormat } from '../i18n/format.ts';
import { cx } from '../ui/cx.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { listenForShortcuts } from '../ui/shortcuts.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { ChartsSection } from './ChartsSection.tsx';
import { ChoicesSection } from './ChoicesSection.tsx';
import { FieldsSection } from './FieldsSection.tsx';
import { FoundationSection } from './FoundationSection.tsx';
import styles from './Gallery.module.css';
import type { Looks } from './looks.ts';
import { MessagesSection } from './MessagesSection.tsx';
import { OrderSection } from './OrderSection.tsx';
import { OverlaysSection } from './OverlaysSection.tsx';
import { StructureSection } from './StructureSection.tsx';
import { TablesSection } from './TablesSection.tsx';

/** Every component in every state. */
export function Specimens({ looks }: { readonly looks: Looks }) {
  useEffect(listenForShortcuts, []);
  // No page is open here: of what pages rely on, the specimens need only how dates and numbers are written.
  const context = useMemo(
    () => ({ format: makeFormat(looks.locale, 'UTC') }) as AppContextValue,
    [looks.locale],
  );
  return (
    <MemoryRouter>
      <AppContext value={context}>
        <main className={cx(styles['page'])}>
          <h1>Gallery</h1>
          <FoundationSection />
          <FieldsSection />
          <ChoicesSection />
          <MessagesSection />
          <OverlaysSection />
          <StructureSection />
          <TablesSection />
          <OrderSection />
          <ChartsSection />
        </main>
        <Toasts />
        <LiveRegion />
      </AppContext>
    </MemoryRouter>
  );
}
