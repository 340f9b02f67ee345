import type { GroupMilestone } from '../../contracts/group-work.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import type { TeamRole } from '../../contracts/team-settings.ts';

/** A part of what a group writes that has a name of its own. */
export interface Section {
  readonly id: string;
  readonly kind: TeamRole['kind'] | 'criterion';
  readonly title: string;
}

/** What was written in it; blank: it is missing. */
export interface FrozenSection extends Section {
  readonly text: RichText;
}

/** The parts that a group writes at a milestone. @param roles null: the project has none */
export function sectionsOf(
  { sections, criteria }: Pick<GroupMilestone, 'sections' | 'criteria'>,
  roles: { readonly list: readonly TeamRole[] } | null,
): Section[] {
  if (sections === 'criteria') return criteria.map(({ id, title }) => ({ id, kind: 'criterion', title }));
  if (sections === 'roles')
    return (roles?.list ?? []).map(({ id, kind, name }) => ({ id, kind, title: name }));
  return [];
}
