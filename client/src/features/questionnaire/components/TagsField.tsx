import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/TextField.tsx';
import { tagsIn } from '../builder-form.ts';

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

/** Tags as one writes them: with commas in between. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  // What is being typed may end in a comma.
  const [text, setText] = useState(() => tags.join(', '));
  return (
    <TextField
      label={t('questionBank.tags')}
      hint={t('questionBank.tagsHint')}
      isOptional
      value={text}
      onChange={(now) => {
        setText(now);
        onChange(tagsIn(now));
      }}
    />
  );
}
