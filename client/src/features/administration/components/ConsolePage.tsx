import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { PageHeading } from '../../../ui/PageHeading.tsx';

interface ConsolePageProps {
  readonly title: string;
  readonly intro?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the console: its heading, what it is for, and the rest below each other. */
export function ConsolePage({ title, intro, aside, children }: ConsolePageProps) {
  return (
    <div className={cx(layout['stack'], layout['page'])}>
      <div className={cx(layout['stack'], layout['tight'])}>
        <PageHeading title={title} aside={aside} />
        {intro !== undefined && <p className={cx(layout['muted'], layout['measure'])}>{intro}</p>}
      </div>
      {children}
    </div>
  );
}
