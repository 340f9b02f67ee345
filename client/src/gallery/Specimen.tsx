import { type ReactNode, useId } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './Gallery.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One group of components; a test takes its picture by its name. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className={cx(styles['section'])} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={cx(styles['grid'])}>{children}</div>
    </section>
  );
}

interface SpecimenProps {
  /** The component and its state. */
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One component in one state. */
export function Specimen({ name, isWide = false, children }: SpecimenProps) {
  return (
    <div className={cx(styles['specimen'], isWide && styles['wide'])}>
      <h3>{name}</h3>
      {children}
    </div>
  );
}

/** Small things side by side. */
export const Row = ({ children }: { readonly children: ReactNode }) => (
  <div className={cx(styles['row'])}>{children}</div>
);
