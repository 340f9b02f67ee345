import { useState } from 'react';
import { cx } from '../ui/cx.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import styles from './Gallery.module.css';
import { type Looks, OPTIONS } from './looks.ts';

const NAMES: Record<keyof Looks, string> = {
  theme: 'Theme',
  locale: 'Locale',
  direction: 'Direction',
  width: 'Width',
  brand: 'Brand',
};

/** The switches, and the specimens in a frame. */
export function Frame({ initial }: { readonly initial: Looks }) {
  const [looks, setLooks] = useState(initial);
  const address = `?${new URLSearchParams({ ...looks }).toString()}`;
  return (
    <div className={cx(styles['outer'])}>
      <title>Gallery – Roundtable</title>
      <div className={cx(styles['switches'])}>
        {(Object.keys(NAMES) as (keyof Looks)[]).map((name) => (
          <RadioGroup
            key={name}
            label={NAMES[name]}
            look="segments"
            choices={OPTIONS[name].map((id) => ({ id, text: id }))}
            value={looks[name]}
            onChange={(value) => {
              const next = { ...looks, [name]: value };
              setLooks(next);
              window.history.replaceState(null, '', `?${new URLSearchParams({ ...next }).toString()}`);
            }}
          />
        ))}
      </div>
      {/* The gallery's own page: there is nobody to keep out. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        title="Specimens"

        className={cx(styles['frame'])}
        style={{ inlineSize: looks.width === 'full' ? '100%' : `${looks.width}px` }}
        src={`${address}&bare`}
      />
    </div>
  );
}
