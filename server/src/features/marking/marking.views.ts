import { anonymousFile } from '../../contracts/file-types.ts';
import {
  MarkingListView,
  MarkingSharesView,
  MarkingWorkView,
  MarkView,
  PartView,
  SectionDivisionView,
  type WorkState,
} from '../../contracts/marking.ts';
import { MarkingSettingsView } from '../../contracts/marking-settings.ts';
import type {
  Mark,
  MarkContent,
  MarkingItem,
  MarkingRubric,
  MarkPart,
  OwnerGroup,
  WorkContent,
} from './marking.domain.ts';
import type { TwiceSettings } from './twice.domain.ts';

interface Named {
  readonly id: string;
  readonly name: string | null;
}

export type Names = ReadonlyMap<string, string | null>;

/** A work with what its reader may know of it. */
export interface ShownItem {
  readonly item: MarkingItem;
  readonly sign: string;
  readonly state: WorkState;
  /** Whether the learner stays unknown. */
  readonly hidden: boolean;
  /** Whose work it is, where groups hand in. */
  readonly group: OwnerGroup | null;
}

export const named = (id: string, names: Names): Named => ({ id, name: names.get(id) ?? null });

const ownerView = (memberId: string, group: OwnerGroup | null, names: Names) =>
  group
    ? { id: memberId, name: group.name, members: group.memberIds.map((id) => names.get(id) ?? null) }
    : { ...named(memberId, names), members: null };

const stateView = ({ item, sign, state, hidden, group }: ShownItem, names: Names) => ({
  workId: item.id,
  sign,
  state,
  learner: hidden ? null : ownerView(item.memberId, group, names),
  taken:
    item.lease && (state === 'mine' || state === 'taken')
      ? { by: named(item.lease.memberId, names), until: item.lease.until.toISOString() }
      : null,
  share: item.share === null ? null : named(item.share, names),
  twice: item.twice,
});

/** For staff: the works of an activity. */
export const listView = (
  activity: { readonly id: string; readonly title: string },
  shown: readonly ShownItem[],
  next: string | null,
  hidden: boolean,
  sections: MarkingListView['sections'],
  names: Names,
  can: MarkingListView['can'],
): MarkingListView =>
  MarkingListView.parse({
    activity,
    hidden,
    sections,
    next,
    can,
    rows: shown.map((one) => {
      const { mark } = one.item;
      return {
        ...stateView(one, names),
        mark: mark?.kind === 'marked' ? { points: mark.points, maximum: mark.maximum } : null,
        revision: one.item.revision,
      };
    }),
  });

/** For staff: who has which share, and how far it is. */
export function sharesView(
  people: readonly Named[],
  counts: readonly { readonly memberId: string | null; readonly done: number; readonly total: number }[],
  bySection: boolean,
  can: MarkingSharesView['can'],
): MarkingSharesView {
  const sum = (of: 'done' | 'total'): number => counts.reduce((all, count) => all + count[of], 0);
  const countOf = (id: string | null) => {
    const found = counts.find(({ memberId }) => memberId === id);
    return { done: found?.done ?? 0, total: found?.total ?? 0 };
  };
  return MarkingSharesView.parse({
    done: sum('done'),
    total: sum('total'),
    unshared: countOf(null),
    staff: people.map(({ id, name }) => ({ id, name, ...countOf(id) })),
    bySection,
    can,
  });
}

/** For who divides: what each section and each person would get. */
export function sectionDivisionView(
  sections: readonly (Named & { readonly works: number; readonly assistantIds: readonly string[] })[],
  without: Pick<SectionDivisionView, 'withoutSection' | 'withoutAssistants'>,
  shares: ReadonlyMap<string, readonly string[]>,
  staff: readonly Named[],
): SectionDivisionView {
  const names: Names = new Map(staff.map(({ id, name }) => [id, name]));
  return SectionDivisionView.parse({
    sections: sections.map(({ id, name, works, assistantIds }) => ({
      id,
      name,
      works,
      assistants: assistantIds.map((one) => named(one, names)),
    })),
    ...without,
    staff: staff.flatMap(({ id, name }) => {
      const own = shares.get(id);
      return own ? [{ id, name, works: own.length }] : [];
    }),
  });
}

export interface WorkParts {
  readonly shown: ShownItem;
  readonly activityId: string;
  readonly rubric: MarkingRubric;
  readonly work: WorkContent | null;
  readonly form: MarkContent & { readonly savedAt: Date | null };
  /** Without what the reader must not see yet. */
  readonly history: readonly Mark[];
  readonly toSettle: readonly MarkPart[];
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly names: Names;
  readonly can: MarkingWorkView['can'];
}

/** For a marker: one work, its rubric, and how it was marked. While hidden, no name of a file leaves: names tell. */
export const workView = (parts: WorkParts): MarkingWorkView => {
  const { shown, activityId, rubric, work, form, history, toSettle, names, previousId, nextId, can } = parts;
  const { hidden, item } = shown;
  return MarkingWorkView.parse({
    ...stateView(shown, names),
    hidden,
    activity: { id: activityId, title: rubric.title, criteria: rubric.criteria },
    work: work && {
      version: work.version,
      text: work.text,
      files: hidden ? work.files.map(anonymousFile) : work.files,
      links: work.links,
      submittedAt: work.submittedAt.toISOString(),
    },
    form: { ...form, savedAt: form.savedAt?.toISOString() ?? null },
    revision: item.revision,
    history: history.map((mark) => historyStep(mark, names)),
    toSettle: toSettle.map((part) => partView(part, names)),
    previousId,
    nextId,
    can,
  });
};

/** One step in the history of a mark. */
export const historyStep = (mark: Mark, names: Names): MarkView =>
  MarkView.parse({
    n: mark.n,
    by: named(mark.by, names),
    at: mark.at.toISOString(),
    kind: mark.kind,
    mark: 'points' in mark ? mark : null,
    parts: mark.kind === 'marked' ? (mark.parts ?? []).map((part) => partView(part, names)) : [],
  });

/** What one of two people said. */
export const partView = (part: MarkPart, names: Names): PartView =>
  PartView.parse({ ...part, by: named(part.by, names), at: part.at.toISOString() });

/** For staff: which works two people mark. */
export const settingsView = (
  { share, limit, revision }: TwiceSettings,
  maximum: number,
  works: MarkingSettingsView['works'],
  can: MarkingSettingsView['can'],
): MarkingSettingsView => MarkingSettingsView.parse({ share, limit, revision, maximum, works, can });
