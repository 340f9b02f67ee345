import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/staff-notes.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

type Notes = z.output<typeof contract.ListStaffNotes.response>;
export type StaffNote = Notes['items'][number];

/** Whom notes are about. */
export interface NoteSubject {
  readonly kind: 'member' | 'group';
  readonly id: string;
}

const notesKey = ({ kind, id }: NoteSubject) => ['staff notes', kind, id] as const;

export function useStaffNotes(about: NoteSubject) {
  const api = useApi();
  return useQuery({
    queryKey: notesKey(about),
    queryFn: ({ signal }) =>
      about.kind === 'member'
        ? api.call<typeof contract.ListStaffNotes>(
            'get',
            '/members/:memberId/notes',
            { params: { memberId: about.id } },
            signal,
          )
        : api.call<typeof contract.ListGroupNotes>(
            'get',
            '/groups/:groupId/notes',
            { params: { groupId: about.id } },
            signal,
          ),
  });
}

interface Written {
  readonly noteId: string;
  /** Null deletes the note. */
  readonly text: string | null;
  readonly expectedRevision: number;
}

export function useSaveStaffNote(about: NoteSubject) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ noteId, ...body }: Written) =>
      about.kind === 'member'
        ? api.call<typeof contract.SaveStaffNote>('put', '/members/:memberId/notes/:noteId', {
            params: { memberId: about.id, noteId },
            body,
          })
        : api.call<typeof contract.SaveGroupNote>('put', '/groups/:groupId/notes/:noteId', {
            params: { groupId: about.id, noteId },
            body,
          }),
    onSuccess: (notes) => queries.setQueryData(notesKey(about), notes),
    // Another tab was faster: what is true now is shown.
    onError: () => queries.invalidateQueries({ queryKey: notesKey(about) }),
  });
}
