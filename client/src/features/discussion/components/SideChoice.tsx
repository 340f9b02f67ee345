import { useTranslation } from 'react-i18next';
import { SIDES } from '../../../../../server/src/contracts/limits.ts';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import type { PostContent } from '../writing-api.ts';

interface SideChoiceProps {
  readonly side: PostContent['side'];
  /** Staff may stand between the sides. */
  readonly isStaff: boolean;
  readonly error: string | undefined;
  readonly onChange: (side: PostContent['side']) => void;
}

/** Which side of a debate a post takes. */
export function SideChoice({ side, isStaff, error, onChange }: SideChoiceProps) {
  const { t } = useTranslation();
  const choices = SIDES.map((id) => ({
    id: id as 'pro' | 'contra' | 'neither',
    text: t(`discussion.debate.sides.${id}`),
  }));
  return (
    <RadioGroup
      label={t('discussion.debate.side')}
      value={side ?? (isStaff ? 'neither' : null)}
      error={error}
      choices={
        isStaff ? [...choices, { id: 'neither' as const, text: t('discussion.debate.neither') }] : choices
      }
      onChange={(chosen) => onChange(chosen === 'neither' ? null : chosen)}
    />
  );
}
