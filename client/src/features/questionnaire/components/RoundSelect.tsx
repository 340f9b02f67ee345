import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/context.ts';
import { Select } from '../../../ui/Select.tsx';

interface RoundSelectProps {
  readonly rounds: readonly { readonly round: number; readonly opensAt: string | null }[];
  readonly value: number;
  readonly onChange: (round: number) => void;
}

/** Which round is looked at; nothing where there is one alone. */
export function RoundSelect({ rounds, value, onChange }: RoundSelectProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rounds.length < 2) return null;
  return (
    <Select
      label={t('rounds.round')}
      choices={rounds.map(({ round, opensAt }) => ({
        id: String(round),
        text:
          opensAt === null
            ? format.number(round)
            : t('rounds.roundOf', { n: round, when: format.shortMoment(opensAt) }),
      }))}
      value={String(value)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
