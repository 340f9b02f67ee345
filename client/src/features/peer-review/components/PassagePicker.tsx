import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorIn, type Passage } from '../../../../../server/src/contracts/passages.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layout from '../../../ui/layout.module.css';
import { Select } from '../../../ui/Select.tsx';
import type { Anchor } from '../inline-notes.ts';
import styles from './ReviewWork.module.css';

interface PassagePickerProps {
  readonly passages: readonly Passage[];
  readonly onPick: (anchor: Anchor) => void;
}

/** Characters by which a paragraph is recognised. */
const SHOWN = 60;

/** Commenting without selecting: a paragraph is chosen from a list. */
export function PassagePicker({ passages, onPick }: PassagePickerProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = passages
    .filter((passage) => anchorIn(passage) !== null)
    .map(({ index, text }) => ({ id: String(index), text: nameOf(index, text) }));

  function nameOf(index: number, text: string): string {
    const line = text.replaceAll(/\s+/gu, ' ').trim();
    const characters = Array.from(line);
    const words = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : line;
    return words === '' ? t('inline.picture', { n: index + 1 }) : words;
  }

  function pick(): void {
    const passage = passages[Number(chosen)];
    const anchor = passage && anchorIn(passage);
    if (anchor) onPick(anchor);
    setChosen(null);
  }

  if (choices.length === 0) return null;
  return (
    <div className={cx(styles['picker'])}>
      <p className={cx(layout['muted'], layout['small'])}>{t('inline.how')}</p>
      <div className={cx(styles['pick'])}>
        <Select
          label={t('inline.paragraph')}
          placeholder={t('inline.choose')}
          choices={choices}
          value={chosen}
          onChange={setChosen}
        />
        <Button isDisabled={chosen === null} onPress={pick}>
          {t('inline.commentParagraph')}
        </Button>
      </div>
    </div>
  );
}
