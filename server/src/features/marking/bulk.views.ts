import { signOf } from '../../core/work-sign.ts';
import { BulkPreviewView, BulkView } from '../../contracts/marking-bulk.ts';
import type { Bulk, BulkDecision, FoundWorks } from './bulk.domain.ts';
import type { Mark, MarkingItem } from './marking.domain.ts';
import { named, type Names } from './marking.views.ts';

const standing = (mark: Mark | null) => {
  if (mark?.kind === 'marked') return { kind: 'marked', points: mark.points, maximum: mark.maximum };
  return { kind: mark?.kind === 'excused' ? 'excused' : 'none', points: null, maximum: null };
};

const workOf = (item: MarkingItem, part: string | null, hidden: boolean, names: Names) => ({
  workId: item.id,
  sign: signOf(item.id),
  part,
  learner: hidden ? null : named(item.memberId, names),
});

export interface PreviewRow {
  readonly item: MarkingItem;
  /** As in `OwnMeasure`; null: the activity has no parts. */
  readonly part: string | null;
  /** What is written beside the mark; null where nothing is. */
  readonly comment: string | null;
  readonly decision: BulkDecision;
}

/** For staff: what a bulk act would do to each work. */
export function previewView(rows: readonly PreviewRow[], hidden: boolean, names: Names): BulkPreviewView {
  const count = (type: BulkDecision['type']): number =>
    rows.filter(({ decision }) => decision.type === type).length;
  return BulkPreviewView.parse({
    rows: rows.map(({ item, part, comment, decision }) => {
      const { mark } = item;
      return {
        ...workOf(item, part, hidden, names),
        revision: item.revision,
        outcome: decision.type,
        refusal: decision.type === 'refuse' ? decision.reason : null,
        before: standing(mark),
        after: standing(decision.type === 'change' ? decision.mark : mark),
        comment,
      };
    }),
    counts: { change: count('change'), unchanged: count('unchanged'), refuse: count('refuse') },
  });
}

/** For staff: how far a bulk act is. @param found the works that stayed as they were */
export function bulkView(
  { id, act, state, hidden, works, results }: Bulk,
  { items, names, own }: FoundWorks,
  can: BulkView['can'],
): BulkView {
  const byId = new Map(items.map((item) => [item.id, item]));
  const count = (wanted: string): number => results.filter(({ outcome }) => outcome === wanted).length;
  return BulkView.parse({
    id,
    kind: act.kind,
    state,
    done: results.length,
    total: works.length,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: results.flatMap(({ workId, outcome }) => {
      if (outcome === 'changed' || outcome === 'unchanged') return [];
      const item = byId.get(workId);
      const work = item
        ? workOf(item, own?.get(workId)?.part ?? null, hidden, names)
        : { workId, sign: signOf(workId), part: null, learner: null };
      return [{ ...work, refusal: outcome }];
    }),
    can,
  });
}
