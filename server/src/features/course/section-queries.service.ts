import { SECTIONS_MAX } from '../../contracts/limits.ts';
import type { SectionFilterView, SectionsWanted } from '../../contracts/sections.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { GroupStore } from './groups.store.ts';
import type { MembershipStore } from './memberships.store.ts';
import {
  assistantsOf,
  decideShown,
  lookedAfterBy,
  NO_SECTIONS,
  type Section,
  sectionOf,
  sectionsByMember,
  type SectionsOf,
} from './sections.domain.ts';
import type { SectionStore } from './sections.store.ts';

/** Whom a list shows by the filter "my sections"; a convenience, no barrier. */
export interface SectionFilter {
  readonly view: SectionFilterView;
  /** Null: everybody. */
  readonly memberIds: readonly string[] | null;
  /** The set whose groups are the sections; null: there are none. */
  readonly setId: string | null;
}

/** Sections with those who look after them, and the sections of some learners. */
export interface SectionPlan {
  readonly sections: readonly (Section & { readonly assistantIds: readonly string[] })[];
  readonly sectionsOf: SectionsOf;
}

export type SectionQueries = ReturnType<typeof createSectionQueries>;

const NOBODY: SectionsOf = new Map();

/** What lists of members ask of sections. */
export function createSectionQueries(
  sections: SectionStore,
  groups: Pick<GroupStore, 'listActiveOfSet'>,
  memberships: Pick<MembershipStore, 'listOpenOfGroups' | 'listOpenOfMembersIn' | 'listOpenOfSet' | 'listAt'>,
) {
  return {
    /**
     * The sections that some members are in: two steps, one where the course has none.
     *
     * @param known the set of the sections, where a filter has read it already
     */
    async sectionsOf(
      scope: CourseScope,
      memberIds: readonly string[],
      known?: Pick<SectionFilter, 'setId'>,
    ): Promise<SectionsOf> {
      if (memberIds.length === 0) return NOBODY;
      const { setId } = known ?? (await sections.find(scope)) ?? NO_SECTIONS;
      if (!setId) return NOBODY;
      const [present, open] = await Promise.all([
        groups.listActiveOfSet(scope, setId, SECTIONS_MAX),
        memberships.listOpenOfMembersIn(scope, setId, memberIds),
      ]);
      return sectionsByMember(present.map(sectionOf), open);
    },

    /** Who looks after which sections, and who of some learners is in which: two steps; null where there are none. */
    async planFor(scope: CourseScope, memberIds: readonly string[]): Promise<SectionPlan | null> {
      const settings = await sections.find(scope);
      if (!settings?.setId) return null;
      const [present, open] = await Promise.all([
        groups.listActiveOfSet(scope, settings.setId, SECTIONS_MAX),
        memberships.listOpenOfMembersIn(scope, settings.setId, memberIds),
      ]);
      const named = present.map(sectionOf);
      return {
        sections: named.map((one) => ({ ...one, assistantIds: assistantsOf(settings, one.id) })),
        sectionsOf: sectionsByMember(named, open),
      };
    },

    /** The set whose groups are the sections of the course, if there is one. */
    async setOf(scope: CourseScope): Promise<string | null> {
      return (await sections.find(scope))?.setId ?? null;
    },

    /** The groups of a set, as sections. */
    async listSections(scope: CourseScope, setId: string): Promise<Section[]> {
      return (await groups.listActiveOfSet(scope, setId, SECTIONS_MAX)).map(sectionOf);
    },

    /** Ids of the groups of a set that members were in at a moment, or are in now (null), by member. */
    async placesAt(
      scope: CourseScope,
      setId: string,
      at: Date | null,
    ): Promise<ReadonlyMap<string, readonly string[]>> {
      const places = new Map<string, string[]>();
      const found = at ? memberships.listAt(scope, setId, at) : memberships.listOpenOfSet(scope, setId);
      for (const { memberId, groupId } of await found) {
        places.set(memberId, [...(places.get(memberId) ?? []), groupId]);
      }
      return places;
    },

    /** Whether groups of a set are the sections of the course. */
    async isOfSections(scope: CourseScope, setId: string): Promise<boolean> {
      return (await sections.find(scope))?.setId === setId;
    },

    /** Whom to show to a member of staff: two steps at most, one where nobody looks after a section. */
    async filterFor({ scope, member }: Caller, wanted: SectionsWanted): Promise<SectionFilter> {
      const settings = (await sections.find(scope)) ?? NO_SECTIONS;
      const { setId } = settings;
      // One that is gone has nobody in it.
      const mine = setId === null ? [] : lookedAfterBy(settings, member.id);
      const shown = decideShown(wanted, member.role, mine.length);
      if (shown === 'all')
        return { view: { mine: mine.length, shown, people: null }, memberIds: null, setId };
      const open = await memberships.listOpenOfGroups(scope, mine);
      const memberIds = [...new Set(open.map(({ memberId }) => memberId))];
      return { view: { mine: mine.length, shown, people: memberIds.length }, memberIds, setId };
    },
  };
}
