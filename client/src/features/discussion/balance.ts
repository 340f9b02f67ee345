/** Fewer posts than this show nothing yet. */
const POSTS_MIN = 4;
/** A side with less than this share is nearly unheard. */
const SHARE_MIN = 0.2;

/** The side that is nearly alone in a debate; null when both are heard. */
export function leadOf({
  pro,
  contra,
}: {
  readonly pro: number;
  readonly contra: number;
}): 'pro' | 'contra' | null {
  const all = pro + contra;
  if (all < POSTS_MIN || Math.min(pro, contra) / all >= SHARE_MIN) return null;
  return pro > contra ? 'pro' : 'contra';
}
