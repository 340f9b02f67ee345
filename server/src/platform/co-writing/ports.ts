import type { RichText } from '../../contracts/plain-text.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Caller } from '../http/ports.ts';

/** What somebody may do in a document that is written together. */
export interface Admission {
  readonly canWrite: boolean;
  /** The topics of changes after which it is asked again. */
  readonly hangsOn: readonly string[];
}

export interface Admitting {
  /** @throws AppError when the document is not there, or not for the caller */
  admit(caller: Caller, documentId: string): Promise<Admission>;
}

export interface WrittenPage {
  readonly text: RichText;
  /** Of each member: how many characters of what they wrote are still there. */
  readonly characters: ReadonlyMap<string, number>;
}

export interface WrittenPages {
  /** Of pages nobody has written on, an empty text. */
  read(scope: CourseScope, pageIds: readonly string[]): Promise<ReadonlyMap<string, WrittenPage>>;
}

/** How a page stood at some moment. */
export interface PageVersion {
  /** From 1 on. */
  readonly n: number;
  readonly at: Date;
  /** Null: it was kept without anybody asking for it. */
  readonly name: string | null;
  /** Who named it or restored it. */
  readonly byId: string | null;
  /** The version whose text this one has again. */
  readonly restored: number | null;
  /** Since the version before: how many characters of whom have come. */
  readonly added: readonly { readonly memberId: string; readonly characters: number }[];
  /** Since the version before: how many characters have gone. */
  readonly removed: number;
}

/** Text that has come or gone, with who wrote it. */
export interface Passage {
  readonly memberId: string | null;
  readonly text: string;
}

export interface ReadVersion {
  readonly version: PageVersion;
  readonly text: RichText;
  /** Since the version before. */
  readonly added: readonly Passage[];
  readonly removed: readonly Passage[];
}

/** What one member has added to one page, and when last. */
interface Added {
  readonly pageId: string;
  readonly memberId: string;
  readonly characters: number;
  readonly at: Date;
}

export interface PageVersions {
  /** One round trip, whatever the number of pages. */
  tally(scope: CourseScope, pageIds: readonly string[]): Promise<readonly Added[]>;
  /** The newest first. */
  list(scope: CourseScope, pageId: string, before: number, limit: number): Promise<readonly PageVersion[]>;
  /** Keeps how a page stands now, unless it is kept already. @returns null for a page nobody has written on */
  keep(scope: CourseScope, pageId: string): Promise<PageVersion | null>;
  /** @returns null when there is no such version */
  setName(
    scope: CourseScope,
    pageId: string,
    n: number,
    name: { readonly name: string | null; readonly byId: string },
  ): Promise<PageVersion | null>;
  /** @returns null when there is no such version */
  read(scope: CourseScope, pageId: string, n: number): Promise<ReadVersion | null>;
  /**
   * Gives a page the text of a version again, as one more change: what stood there is kept as a version before.
   *
   * @returns null when there is no such version
   */
  restore(scope: CourseScope, pageId: string, n: number, byId: string): Promise<PageVersion | null>;
}
