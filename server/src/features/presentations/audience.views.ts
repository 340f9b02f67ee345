import { PresentationView } from '../../contracts/presentation-audience.ts';
import type { Question, Rating } from './audience.domain.ts';
import type { Slot, SlotState } from './presentations.domain.ts';
import { slotView } from './presentations.views.ts';

interface Seen {
  readonly title: string;
  readonly slot: Slot & { readonly state: SlotState };
  readonly groupName: string | null;
  readonly isOwn: boolean;
  readonly criteria: PresentationView['criteria'];
  /** In their turn. */
  readonly questions: readonly Question[];
  readonly rating: readonly Rating[] | null;
  readonly results: PresentationView['results'];
  /** For staff; null for others. */
  readonly presenterIds: readonly string[] | null;
  readonly names: ReadonlyMap<string, string | null>;
  readonly forId: string;
  readonly can: PresentationView['can'];
}

/** One presentation: who asked is told to staff alone, and who judged to nobody. */
export const presentationView = (seen: Seen): PresentationView =>
  PresentationView.parse({
    title: seen.title,
    slot: slotView(seen.slot, seen.groupName, seen.isOwn),
    criteria: seen.criteria,
    questions: seen.questions.map(({ questionId, text, by, voters, answeredAt }) => ({
      questionId,
      text,
      votes: voters.length,
      hasVoted: voters.includes(seen.forId),
      isOwn: by === seen.forId,
      by: seen.presenterIds === null ? null : (seen.names.get(by) ?? null),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    rating: seen.rating,
    results: seen.results,
    presenters: (seen.presenterIds ?? []).map((memberId) => ({
      memberId,
      name: seen.names.get(memberId) ?? null,
      isAbsent: seen.slot.absentIds.includes(memberId),
    })),
    can: seen.can,
  });
