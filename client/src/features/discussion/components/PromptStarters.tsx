import { useTranslation } from 'react-i18next';
import { isBlank, type RichText, richTextOf } from '../../../../../server/src/contracts/plain-text.ts';
import { announce } from '../../../ui/announce.ts';
import { CommandMenu } from '../../../ui/Menu.tsx';

/** Ways to begin a discussion that have proven themselves; their texts are translated. */
const STARTERS = ['case', 'sides', 'unclear', 'sources', 'further', 'reflect'] as const;

interface PromptStartersProps {
  readonly text: RichText;
  /** The text with a starter at its end, and what that is called. */
  readonly onChange: (text: RichText, title: string) => void;
}

/** For staff: a menu of structured prompts, put at the end of what is written already. */
export default function PromptStarters({ text, onChange }: PromptStartersProps) {
  const { t } = useTranslation();
  function insert(id: string): void {
    const starter = STARTERS.find((one) => one === id);
    if (starter === undefined) return;
    const { content } = richTextOf(t(`promptStarters.texts.${starter}`));
    const name = t(`promptStarters.names.${starter}`);
    onChange({ type: 'doc', content: [...(isBlank(text) ? [] : text.content), ...content] }, name);
    announce(t('promptStarters.done', { name }));
  }
  return (
    <div>
      <CommandMenu
        label={t('promptStarters.label')}
        items={STARTERS.map((id) => ({ id, text: t(`promptStarters.names.${id}`) }))}
        onAction={insert}
      >
        {t('promptStarters.label')}
      </CommandMenu>
    </div>
  );
}
