import { useState } from 'react';
import type { RichText } from '../../../../../server/src/contracts/plain-text.ts';
import { newId } from '../../../app/new-id.ts';
import type { Post } from '../api.ts';
import type { Target } from '../writing-api.ts';

/** What is being written in a thread, at which post. */
export interface Writing {
  readonly n: number;
  readonly target: Target;
  readonly quoted?: RichText | undefined;
}

/** At one post at a time one writes a reply, or the post anew. */
export function useWriting(threadId: string) {
  const [writing, setWriting] = useState<Writing | null>(null);
  return {
    writing,
    reply({ n }: Post, quoted?: RichText | null): void {
      setWriting((before) => {
        const isOpen = before?.n === n && before.target.kind === 'reply';
        const target = isOpen ? before.target : ({ kind: 'reply', id: newId(), threadId, n } as const);
        // A copy: the same post may be quoted twice.
        return { n, target, ...(quoted && { quoted: { ...quoted } }) };
      });
    },
    edit: ({ n, revision }: Post): void => setWriting({ n, target: { kind: 'edit', threadId, n, revision } }),
    close: (): void => setWriting(null),
  };
}
