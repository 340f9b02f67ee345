import * as contract from '../../contracts/peer-review.ts';
import type { SectionName } from '../../contracts/sections.ts';
import type { Pools } from './review-pools.domain.ts';

/** For staff: who would review whom, by section. @param pools null: across the course @param named in their order */
export function allocationPreview(
  within: contract.AllocationPreviewView['within'],
  pools: Pools<string> | null,
  named: readonly SectionName[],
): contract.AllocationPreviewView {
  const works = new Map(pools?.pools.map(({ sectionId, people }) => [sectionId, people.length]));
  return contract.AllocationPreviewView.parse({
    within,
    sections: pools && {
      within: named.flatMap((section) => {
        const count = works.get(section.id);
        return count === undefined ? [] : [{ ...section, works: count }];
      }),
      tooSmall: named.filter(({ id }) => pools.tooSmall.includes(id)),
      unplaced: pools.unplaced,
      across: works.get(null) ?? 0,
      joined: named.find(({ id }) => id === pools.joined) ?? null,
    },
  });
}
