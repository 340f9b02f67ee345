import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import type { Platform } from '../api.ts';

const TONES: Record<Platform['status'], Tone> = { active: 'good', pending: 'warn', disabled: 'neutral' };

export function StatusBadge({ status }: Pick<Platform, 'status'>) {
  const { t } = useTranslation('administration');
  return <Badge tone={TONES[status]}>{t(`platforms.states.${status}`)}</Badge>;
}
