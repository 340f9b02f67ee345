import { GetSynthesisHistory, SynthesisView } from '../../contracts/discussion-synthesis.ts';
import type { NamedMember } from '../../core/names-lookup.ts';
import type { Synthesis } from './synthesis.domain.ts';

type Named = Synthesis & { readonly author: NamedMember | null };

/** Staff stand by their names in every discussion. */
const written = ({ text, divergent, revision, at, author }: Named) => ({
  text,
  divergent,
  revision,
  byName: author?.name ?? null,
  at: at.toISOString(),
});

/** For all who read the thread. */
export const synthesisView = (synthesis: Named | null, can: SynthesisView['can']): SynthesisView =>
  SynthesisView.parse({ synthesis: synthesis && written(synthesis), can });

/** For staff. */
export const synthesisHistoryView = (versions: readonly Named[]) =>
  GetSynthesisHistory.response.parse({ items: versions.map(written) });
