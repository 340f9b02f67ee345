import { makeFrameHeight } from './frame-height.ts';

/**
 * What the page around the frame can do for the tool (LTI Client Side postMessages; Canvas's names, and the older
 * `org.imsglobal.lti.` ones). Messages hold sizes alone, so they go to whoever frames the page.
 */
const PREFIXES = ['lti.', 'org.imsglobal.lti.'] as const;

export interface Frame {
  /** The person has gone to another page: its top is to be seen. */
  scrollToTop(): void;
  stop(): void;
}

interface Answer {
  readonly subject?: unknown;
  readonly supported_messages?: unknown;
}

/** Nothing to do in a tab of its own. */
const NO_FRAME: Frame = { scrollToTop: () => undefined, stop: () => undefined };

/**
 * Keeps the frame as tall as `content`, where the platform can. It is then scrolled by the page around it: what is fixed
 * to the frame, such as a dialog, finds the part in sight by itself (ui/heavy/visible-area.ts).
 *
 * @param resizes false where it has a size of its own.
 */
export function startFrame(content: Element, resizes: boolean): Frame {
  const platform = window.parent;
  if (platform === window) return NO_FRAME;
  /** Which messages the platform has said it knows; null while it has said nothing. */
  let known: ReadonlySet<string> | null = null;

  const post = (message: Record<string, unknown>): void => platform.postMessage(message, '*');
  /** Sends a message by the name that the platform knows it by; Canvas's where the platform keeps silent. */
  function send(name: string, more: Record<string, unknown> = {}): void {
    const prefix = PREFIXES.find((prefix) => known === null || known.has(prefix + name));
    if (prefix !== undefined) post({ subject: prefix + name, ...more });
  }
  let timer = 0;
  const height = makeFrameHeight(
    (px) => send('frameResize', { height: px }),
    () => performance.now(),
    (act, ms) => (timer = window.setTimeout(act, ms)),
  );
  const settle = (): void => height.settle();

  function receive({ source, data }: MessageEvent<Answer | null>): void {
    if (source !== platform || typeof data !== 'object' || data === null) return;
    if (PREFIXES.some((prefix) => data.subject === `${prefix}capabilities.response`))
      known = new Set([...(known ?? []), ...subjectsOf(data)]);
  }

  const observer = new ResizeObserver(() =>
    height.measured(content.getBoundingClientRect().bottom + window.scrollY),
  );
  window.addEventListener('message', receive);
  window.addEventListener('pointerdown', settle, true);
  window.addEventListener('keydown', settle, true);
  for (const prefix of PREFIXES) post({ subject: `${prefix}capabilities`, message_id: 'roundtable' });
  if (resizes) observer.observe(content);
  return {
    scrollToTop() {
      settle();
      send('scrollToTop');
    },
    stop() {
      observer.disconnect();
      window.clearTimeout(timer);
      window.removeEventListener('message', receive);
      window.removeEventListener('pointerdown', settle, true);
      window.removeEventListener('keydown', settle, true);
    },
  };
}

function subjectsOf({ supported_messages: messages }: Answer): string[] {
  if (!Array.isArray(messages)) return [];
  return messages
    .map((message: { subject?: unknown } | null) => message?.subject)
    .filter((subject) => typeof subject === 'string');
}
