import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/peer-review-inline.ts';
import { type Passage, type Place, placeOf } from '../../../../server/src/contracts/passages.ts';

export type InlineComment = z.output<typeof contract.InlineComment>;
export type ShownInlineComment = z.output<typeof contract.ShownInlineComment>;
export type Anchor = InlineComment['anchor'];
export type PageAnchor = Extract<Anchor, { kind: 'page' }>;
export type Area = NonNullable<PageAnchor['area']>;

/** A comment on a place as a page shows it. */
export interface Note {
  /** Its own on the page. */
  readonly key: string;
  readonly anchor: Anchor;
  readonly text: string;
  /** The title of the criterion that it speaks to. */
  readonly criterion: string | null;
  /** Who says so; null where the page says it once for all. */
  readonly by: string | null;
}

export interface PlacedNote extends Note {
  /** In the order in which the work is read, from 1. */
  readonly number: number;
}

export interface PlacedNotes {
  readonly inText: readonly (PlacedNote & { readonly place: Place })[];
  readonly onPages: readonly (PlacedNote & { readonly anchor: PageAnchor })[];
  /** On what this version of the work has no more. */
  readonly lost: readonly PlacedNote[];
}

/** Finds the places of notes in a work, which may be a later version of what they are about, and counts them. */
export function placeNotes(
  notes: readonly Note[],
  passages: readonly Passage[],
  fileIds: readonly string[],
): PlacedNotes {
  const text: { note: Note; place: Place }[] = [];
  const pages: (Note & { readonly anchor: PageAnchor })[] = [];
  const lost: Note[] = [];
  for (const note of notes) {
    const { anchor } = note;
    if (anchor.kind === 'page') {
      if (fileIds.includes(anchor.fileId)) pages.push({ ...note, anchor });
      else lost.push(note);
    } else {
      const place = placeOf(passages, anchor);
      if (place) text.push({ note, place });
      else lost.push(note);
    }
  }
  text.sort(
    (a, b) => a.place.block - b.place.block || a.place.start - b.place.start || a.place.end - b.place.end,
  );
  pages.sort(
    (a, b) =>
      fileIds.indexOf(a.anchor.fileId) - fileIds.indexOf(b.anchor.fileId) ||
      a.anchor.page - b.anchor.page ||
      (a.anchor.area?.y ?? 0) - (b.anchor.area?.y ?? 0),
  );
  let number = 0;
  const counted = <One extends Note>(note: One) => ({ ...note, number: (number += 1) });
  return {
    inText: text.map(({ note, place }) => ({ ...counted(note), place })),
    onPages: pages.map(counted),
    lost: lost.map(counted),
  };
}

/** Somebody's comments as notes. @param key tells them from others' on the page */
export const notesOf = (
  comments: readonly ShownInlineComment[],
  key: string,
  by: string | null,
  titleOf: (criterionId: string) => string | undefined,
): Note[] =>
  comments.map(({ anchor, text, criterionId }, index) => ({
    key: `${key}-${index}`,
    anchor,
    text,
    criterion: criterionId === undefined ? null : (titleOf(criterionId) ?? null),
    by,
  }));

/** Parts of a page that one can name without drawing. */
export const PAGE_PARTS = {
  top: { x: 0, y: 0, width: 1, height: 1 / 3 },
  middle: { x: 0, y: 1 / 3, width: 1, height: 1 / 3 },
  bottom: { x: 0, y: 2 / 3, width: 1, height: 1 / 3 },
} as const satisfies Record<string, Area>;

export type PagePart = keyof typeof PAGE_PARTS | 'whole' | 'drawn';

/** By what word an area is called. */
export function partOf(area: Area | null): PagePart {
  if (area === null) return 'whole';
  const known = Object.entries(PAGE_PARTS).find(
    ([, part]) => part.x === area.x && part.y === area.y && part.width === area.width,
  );
  return known ? (known[0] as keyof typeof PAGE_PARTS) : 'drawn';
}

/** Somebody who presses without drawing means what is around. */
const LEAST = { width: 0.12, height: 0.05 };

/** The rectangle between two points, in fractions of the page; within it, and never too small to be seen. */
export function areaBetween(a: { x: number; y: number }, b: { x: number; y: number }): Area {
  const side = (from: number, to: number, least: number): [start: number, length: number] => {
    const [low, high] = [Math.max(0, Math.min(from, to)), Math.min(1, Math.max(from, to))];
    const length = Math.max(least, high - low);
    const start = high - low < least ? (low + high - least) / 2 : low;
    return [Math.min(Math.max(0, start), 1 - length), length];
  };
  const [x, width] = side(a.x, b.x, LEAST.width);
  const [y, height] = side(a.y, b.y, LEAST.height);
  return { x, y, width, height };
}
