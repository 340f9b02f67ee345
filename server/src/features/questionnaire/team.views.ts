import { TeamView } from '../../contracts/questionnaire-team.ts';
import type { Questionnaire } from './questionnaire.domain.ts';
import type { TeamStanding, TeamState } from './team.domain.ts';

interface Shown {
  readonly state: TeamState;
  /** Whether one may see what stands on the sheet. */
  readonly isShown: boolean;
  /** Percent that the group's score counts. */
  readonly weight: number;
  readonly scores: TeamView['scores'];
  readonly combined: TeamView['combined'];
  readonly nameOf: (memberId: string) => string | null;
}

/** For one of the group. */
export function teamView(
  { settings, version }: Questionnaire,
  { group, sheet, answered }: TeamStanding,
  { state, isShown, weight, scores, combined, nameOf }: Shown,
): TeamView {
  const by = sheet?.sentBy ?? sheet?.savedBy ?? null;
  return TeamView.parse({
    state,
    group: group && { name: group.name, people: group.memberIds.length, answered },
    version,
    items: isShown ? settings.items : [],
    sheet: {
      answers: (isShown && sheet?.answers) || {},
      revision: sheet?.revision ?? 0,
      savedAt: (isShown && sheet?.savedAt?.toISOString()) || null,
      savedBy: isShown && by !== null ? nameOf(by) : null,
    },
    weight,
    scores,
    combined,
    can: { answer: state === 'open' },
  });
}
