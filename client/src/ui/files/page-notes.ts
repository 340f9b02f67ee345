import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

/** What is said on pages of PDF files, for their viewer: it asks by file and page. */
export interface PageNotes {
  /** The page to go to, in the file to be opened for it; a new object each time it is asked for. */
  readonly wanted: { readonly fileId: string; readonly page: number } | null;
  /** What lies over the picture of a page. */
  readonly over: (fileId: string, page: number) => ReactNode;
  /** What one can do with a page, above it. */
  readonly tools: (fileId: string, page: number) => ReactNode;
}

export const PageNotesContext = createContext<PageNotes | null>(null);

/** The page of a file that is wanted, each time it is asked for; null: another file's, or none. */
function useWanted(fileId: string): PageNotes['wanted'] {
  const wanted = useContext(PageNotesContext)?.wanted ?? null;
  return wanted?.fileId === fileId ? wanted : null;
}

/** Calls back, while rendering, each time a page of the file is asked for. */
function useFollowed(wanted: PageNotes['wanted'], follow: (page: number) => void): void {
  const [followed, setFollowed] = useState<PageNotes['wanted']>(null);
  if (wanted === followed) return;
  setFollowed(wanted);
  if (wanted) follow(wanted.page);
}

/** The page one is on; whoever wants another shown brings it here, and the focus to it. */
export function useWantedPage(fileId: string) {
  const wanted = useWanted(fileId);
  const [page, setPage] = useState(1);
  useFollowed(wanted, setPage);
  const focused = useRef<PageNotes['wanted']>(null);
  const takesFocus = useCallback((): boolean => {
    if (wanted === null || wanted === focused.current) return false;
    focused.current = wanted;
    return true;
  }, [wanted]);
  return { page, setPage, takesFocus };
}

/** Whether a file is shown; where a page of it is wanted, it is. */
export function useOpenFile(fileId: string) {
  const [isOpen, setIsOpen] = useState(false);
  useFollowed(useWanted(fileId), () => setIsOpen(true));
  return [isOpen, setIsOpen] as const;
}
