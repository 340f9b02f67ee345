import { MAIN_COLUMN } from '../../core/ids.ts';
import type { GradeColumn } from './grade-column.domain.ts';

/** Why a column is not in the gradebook as it should be, and waits for staff. */
export interface ColumnProblem {
  readonly code:
    | 'COLUMN_REFUSED'
    | 'COLUMN_UNREACHABLE'
    /** It was deleted in the LMS. It is not made again unasked: somebody has decided so. */
    | 'COLUMN_GONE';
  /** The LMS's own words. */
  readonly words: string;
  readonly since: Date;
}

/** What is known of a column in the LMS (`lineItems`). */
export interface ColumnLineItem {
  readonly columnId: string;
  readonly courseId: string;
  readonly activityId: string;
  /** Its address with the query string that the LMS gave it; null while there is none. */
  readonly url: string | null;
  /** `coupled`: the LMS made it together with the resource link, and takes it away with it. */
  readonly origin: 'coupled' | 'made' | null;
  /** What the LMS was told of it last. */
  readonly told: { readonly label: string; readonly maximum: number } | null;
  /** An address that the LMS does not know any more. */
  readonly gone: string | null;
  readonly problem: ColumnProblem | null;
  /** Members who have a grade in it here, as counted after the last run. */
  readonly graded: number;
}

/** What the LMS offers for an activity's columns. */
export interface Gradebook {
  /** Where columns are made; null where no launch has named it. */
  readonly lineItemsUrl: string | null;
  /** The resource links that point to the activity, in a fixed order. */
  readonly links: readonly { readonly ltiResourceLinkId: string; readonly lineItem: string | null }[];
}

export type LineItemStep =
  | { readonly type: 'nothing' }
  /** Uses the column that the LMS made with the resource link. */
  | { readonly type: 'couple'; readonly url: string }
  /** Looks for the column by its names, and makes it when it is not there. */
  | { readonly type: 'findOrMake'; readonly lineItemsUrl: string; readonly resourceLinkId: string | null }
  /** Tells the LMS the label or the maximum anew. */
  | { readonly type: 'change'; readonly url: string }
  /** Deletes a column that the tool made. */
  | { readonly type: 'remove'; readonly url: string }
  /** Lets go of a column that belongs to the LMS. */
  | { readonly type: 'forget' };

const NOTHING: LineItemStep = { type: 'nothing' };

/** The `tag` by which a column is found again beside the activity's `resourceId`; deep linking gives the main one this. */
export const tagOf = (key: string): string => (key === MAIN_COLUMN ? 'total' : key);

/**
 * What is to be done next so that the LMS has a column as the activity wants it (spec/gradebook.md item 1).
 *
 * @param isAwaited whether grades wait for the column. A main column of the tool's own is not made before: the launches
 *   until then tell of the one that the LMS has coupled to the link.
 */
export function nextStep(
  column: GradeColumn,
  known: ColumnLineItem | null,
  { lineItemsUrl, links }: Gradebook,
  isAwaited: boolean,
): LineItemStep {
  const url = known?.url ?? null;
  if (column.wanted === 'absent') {
    if (url === null) return NOTHING;
    return known?.origin === 'made' ? { type: 'remove', url } : { type: 'forget' };
  }
  if (url !== null) {
    const { told } = known ?? {};
    const isAsTold = told?.label === column.label && told.maximum === column.maximum;
    return isAsTold ? NOTHING : { type: 'change', url };
  }
  const isMain = column.key === MAIN_COLUMN;
  const coupled = isMain
    ? links.find((link) => link.lineItem !== null && link.lineItem !== known?.gone)
    : undefined;
  if (coupled?.lineItem) return { type: 'couple', url: coupled.lineItem };
  // Deleted there by somebody: made again when staff say so.
  if (known?.problem?.code === 'COLUMN_GONE') return NOTHING;
  const [link] = links;
  if (lineItemsUrl === null || (!link && !column.standsAlone) || (isMain && !isAwaited)) return NOTHING;
  return { type: 'findOrMake', lineItemsUrl, resourceLinkId: link?.ltiResourceLinkId ?? null };
}

/** A column as the LMS lists it. */
interface Listed {
  readonly url: string;
  readonly tag: string;
}

/**
 * The one of several columns of the same names that every server chooses: after a crash, or when two made one at once,
 * the others are deleted.
 */
export function chooseListed<T extends Listed>(
  items: readonly T[],
  key: string,
  gone: string | null,
): T | null {
  const mine = items.filter(({ tag, url }) => tag === tagOf(key) && url !== gone);
  return mine.toSorted((a, b) => (a.url < b.url ? -1 : 1))[0] ?? null;
}
