import { SECTIONS_MAX } from '../../contracts/limits.ts';
import type { SectionsWanted } from '../../contracts/sections.ts';
import type { Role } from '../../core/roles.ts';
import type { Group, GroupSet, Membership } from './groups.domain.ts';

/** Who of the staff looks after a section. */
export interface SectionAssistants {
  readonly groupId: string;
  readonly memberIds: readonly string[];
}

/** Which groups are the sections of a course, and who looks after them. */
export interface SectionSettings {
  readonly setId: string | null;
  /** Those of sets that were the sections before are kept, for when they are it again. */
  readonly assistants: readonly SectionAssistants[];
  /** Counts the changes; 0 while nobody has said anything. */
  readonly revision: number;
}

export const NO_SECTIONS: SectionSettings = { setId: null, assistants: [], revision: 0 };

/** A group as a section. */
export interface Section {
  readonly id: string;
  readonly name: string | null;
}

/** The sections of members, by member; who is in none is not in it. */
export type SectionsOf = ReadonlyMap<string, readonly Section[]>;

/** Whether a set is there to be chosen. */
export const canBeSections = ({ own }: Pick<GroupSet, 'own'>): boolean => own?.status !== 'gone';

/** The settings with other assistants of one section; whoever is named twice is named once. */
export function withAssistants(
  settings: SectionSettings,
  groupId: string,
  memberIds: readonly string[],
): SectionSettings {
  const others = settings.assistants.filter((one) => one.groupId !== groupId);
  const mine = memberIds.length > 0 ? [{ groupId, memberIds: [...new Set(memberIds)].sort() }] : [];
  // The oldest are of sets that have long been none of the sections.
  const assistants = [...others, ...mine].slice(-2 * SECTIONS_MAX);
  return { ...settings, assistants, revision: settings.revision + 1 };
}

export const assistantsOf = ({ assistants }: SectionSettings, groupId: string): readonly string[] =>
  assistants.find((one) => one.groupId === groupId)?.memberIds ?? [];

/** The sections that somebody looks after; it may still name groups that are none any more. */
export const lookedAfterBy = ({ assistants }: SectionSettings, memberId: string): string[] =>
  assistants.filter(({ memberIds }) => memberIds.includes(memberId)).map(({ groupId }) => groupId);

export const sectionOf = ({ id, name, externalId }: Group): Section => ({ id, name: name ?? externalId });

/** The sections of members, each member's in the order of the sections. */
export function sectionsByMember(
  sections: readonly Section[],
  open: readonly Pick<Membership, 'memberId' | 'groupId'>[],
): Map<string, Section[]> {
  const places = new Map<string, Set<string>>();
  for (const { memberId, groupId } of open) {
    places.set(memberId, (places.get(memberId) ?? new Set()).add(groupId));
  }
  const found = [...places].map(
    ([memberId, ids]) => [memberId, sections.filter(({ id }) => ids.has(id))] as const,
  );
  return new Map(found.filter(([, own]) => own.length > 0));
}

/** Whether a list shows all or the caller's own sections; who has none sees all. */
export const decideShown = (wanted: SectionsWanted, role: Role, mine: number): 'all' | 'mine' =>
  mine > 0 && (wanted === 'mine' || (wanted === 'auto' && role === 'assistant')) ? 'mine' : 'all';
