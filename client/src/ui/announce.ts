type Listener = (text: string) => void;
let listener: Listener | null = null;

/** Has a screen reader say something that is otherwise only seen, when it is done with what it says now. */
export function announce(text: string): void {
  listener?.(text);
}

/** The live region that speaks; there is one on the page. */
export function onAnnouncement(next: Listener): () => void {
  listener = next;
  return () => (listener = null);
}
