import { OpeningView, OwnOpeningView } from '../../contracts/opening.ts';
import type { Activity } from './activity.domain.ts';
import { keyOf, type Opening, targetOf } from '../../core/opening.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** For staff. @param choices what can be asked for */
export const openingView = (
  opening: Opening | null,
  choices: Readonly<Record<'activities' | 'checks' | 'sessions', readonly Named[]>>,
  can: { edit: boolean },
) =>
  OpeningView.parse({
    rules: { opensAt: opening?.opensAt?.toISOString() ?? null, after: opening?.after ?? [] },
    revision: opening?.revision ?? 0,
    lost: (opening?.lost ?? []).map(({ one, title }) => ({ kind: one.kind, title })),
    ...choices,
    can,
  });

/** For one learner. @param named what the rules ask for, as far as learners see it */
export const ownOpeningView = (
  opening: Opening | null,
  met: readonly string[],
  isOpen: boolean,
  named: { readonly activities: readonly Activity[]; readonly further: readonly Named[] },
) => {
  const titles = new Map([
    ...named.activities.flatMap(({ id, title, state }) =>
      state === 'draft' ? [] : [[id, title] as [string, string]],
    ),
    ...named.further.map(({ id, title }) => [id, title] as [string, string]),
  ]);
  return OwnOpeningView.parse({
    isOpen,
    opensAt: opening?.opensAt?.toISOString() ?? null,
    after: (opening?.after ?? []).map((one) => {
      const id = targetOf(one);
      return {
        kind: one.kind,
        id,
        title: titles.get(id) ?? null,
        percent: one.kind === 'check' ? one.percent : null,
        isMet: met.includes(keyOf(one)),
      };
    }),
  });
};
