import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { MemoryRouter } from 'react-router';
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
  return (
    <MemoryRouter>
      <I18nProvider locale={looks.locale}>
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
      </I18nProvider>
    </MemoryRouter>
  );
}
