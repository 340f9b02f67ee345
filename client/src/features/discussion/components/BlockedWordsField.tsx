import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BLOCKED_WORD_MAX,
  BLOCKED_WORDS_MAX,
} from '../../../../../server/src/contracts/moderation-limits.ts';
import { TextArea } from '../../../ui/TextField.tsx';
import type { Settings } from '../settings-api.ts';

type Words = Settings['blockedWords'];

export const hasBlockedFault = (words: Words): boolean =>
  words.length > BLOCKED_WORDS_MAX || words.some((word) => word.length > BLOCKED_WORD_MAX);

interface BlockedWordsFieldProps {
  readonly words: Words;
  readonly showsFaults: boolean;
  readonly onChange: (words: Words) => void;
}

/** The words that staff are told of, one per line. */
export function BlockedWordsField({ words, showsFaults, onChange }: BlockedWordsFieldProps) {
  const { t } = useTranslation();
  // As it is typed, empty lines and all.
  const [lines, setLines] = useState(() => words.join('\n'));
  return (
    <TextArea
      label={t('discussionModeration.blocked.label')}
      hint={t('discussionModeration.blocked.hint')}
      rows={3}
      value={lines}
      error={
        showsFaults && hasBlockedFault(words)
          ? t('discussionModeration.blocked.wrong', { max: BLOCKED_WORDS_MAX, length: BLOCKED_WORD_MAX })
          : undefined
      }
      onChange={(typed) => {
        setLines(typed);
        const written = typed.split('\n').map((line) => line.trim());
        onChange([...new Set(written.filter((line) => line !== ''))]);
      }}
    />
  );
}
