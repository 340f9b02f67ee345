import * as contract from '../../contracts/sections.ts';
import type { GroupSet } from './groups.domain.ts';
import { setsView } from './groups.views.ts';
import type { Member } from './member.domain.ts';
import type { Section, SectionSettings } from './sections.domain.ts';

/** For staff: the sections with their assistants. @param counts people by section */
export function sectionsView(
  settings: SectionSettings,
  sets: readonly GroupSet[],
  sections: readonly Section[],
  counts: ReadonlyMap<string, number>,
  staff: readonly Member[],
  can: contract.SectionsView['can'],
): contract.SectionsView {
  const named = staff.map(({ id, name }) => ({ id, name }));
  return contract.SectionsView.parse({
    setId: settings.setId,
    sets: setsView(sets, settings.setId),
    sections: sections.map(({ id, name }) => {
      const ids = new Set(settings.assistants.find(({ groupId }) => groupId === id)?.memberIds);
      // Whoever is staff no more looks after nothing.
      return { id, name, members: counts.get(id) ?? 0, assistants: named.filter((one) => ids.has(one.id)) };
    }),
    staff: named,
    revision: settings.revision,
    can,
  });
}
