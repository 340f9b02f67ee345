import type { Tone } from '../../ui/Badge.tsx';
import type { Row } from './api.ts';

export const STATE_TONES: Record<Row['state'], Tone> = { draft: 'neutral', open: 'info', closed: 'good' };
