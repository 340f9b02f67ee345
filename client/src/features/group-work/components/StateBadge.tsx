import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import type { Standing } from '../api.ts';

const TONES: Record<Standing['state'], Tone> = {
  open: 'neutral',
  late: 'warn',
  missed: 'bad',
  toConfirm: 'info',
  handedIn: 'good',
};

/** How far a group is with a milestone. */
export function StateBadge({ state }: Pick<Standing, 'state'>) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`groupWork.state.${state}`)}</Badge>;
}
