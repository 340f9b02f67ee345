import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { cx } from '../cx.ts';
import styles from './Tabs.module.css';

export interface TabContent {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabContent[];
}

export default function Tabs({ label, tabs }: TabsProps) {
  return (
    <AriaTabs className={cx(styles['tabs'])} keyboardActivation="manual">
      <TabList aria-label={label} items={tabs} className={cx(styles['list'])}>
        {({ id, title }) => (
          <Tab id={id} className={cx(styles['tab'])}>
            {title}
          </Tab>
        )}
      </TabList>
      {tabs.map(({ id, content }) => (
        // What one has typed on a tab is still there when one comes back.
        <TabPanel key={id} id={id} shouldForceMount className={cx(styles['panel'])}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
