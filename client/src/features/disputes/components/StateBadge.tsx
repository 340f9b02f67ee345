import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import type { DisputeState } from '../api.ts';

const TONES: Record<DisputeState, Tone> = {
  open: 'info',
  taken: 'info',
  upheld: 'good',
  changed: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
};

export function StateBadge({ state }: { readonly state: DisputeState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`disputes.state.${state}`)}</Badge>;
}
