import { makeFrameHeight } from './frame-height.ts';

/**
 * What the page around the frame can do for the tool (LTI Client Side postMessages; Canvas's names and the older
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
  readonly height?: unknown;
  readonly scrollY?: unknown;
  readonly offset?: { readonly top?: unknown };
}

/** Nothing to do in a tab of its own. */
const NO_FRAME: Frame = { scrollToTop: () => undefined, stop: () => undefined };

/**
 * Keeps the frame as tall as `content` and tells the style sheets which part of it can be seen: a tall frame is scrolled
 * by the page around it, so that what is fixed to the frame (a dialog) may be out of sight. `--frame-top` and
 * `--frame-height` on the root are that part; without an answer they are not set.
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
  const height = makeFrameHeight(
    (px) => send('frameResize', { height: px }),
    () => performance.now(),
  );
  const measure = (): void => height.measured(content.getBoundingClientRect().bottom + window.scrollY);

  function receive(event: MessageEvent<Answer | null>): void {
    const answer = event.data;
    if (event.source !== platform || typeof answer !== 'object' || answer === null) return;
    if (isAnswerTo('capabilities', answer)) known = new Set([...(known ?? []), ...subjectsOf(answer)]);
    if (isAnswerTo('fetchWindowSize', answer)) showVisiblePart(answer);
  }

  // A dialog opens after a press: by then the answer is there.
  function beforeAction(): void {
    height.settle();
    if (resizes) send('fetchWindowSize');
  }

  const observer = new ResizeObserver(measure);
  window.addEventListener('message', receive);
  window.addEventListener('pointerdown', beforeAction, true);
  window.addEventListener('keydown', beforeAction, true);
  for (const prefix of PREFIXES) post({ subject: `${prefix}capabilities`, message_id: 'roundtable' });
  if (resizes) observer.observe(content);
  return {
    scrollToTop() {
      height.settle();
      send('scrollToTop');
    },
    stop() {
      observer.disconnect();
      window.removeEventListener('message', receive);
      window.removeEventListener('pointerdown', beforeAction, true);
      window.removeEventListener('keydown', beforeAction, true);
    },
  };
}

const isAnswerTo = (name: string, { subject }: Answer): boolean =>
  PREFIXES.some((prefix) => subject === `${prefix}${name}.response`);

function subjectsOf({ supported_messages: messages }: Answer): string[] {
  if (!Array.isArray(messages)) return [];
  return messages
    .map((message: { subject?: unknown } | null) => message?.subject)
    .filter((subject) => typeof subject === 'string');
}

function showVisiblePart({ height, scrollY, offset }: Answer): void {
  const top = offset?.top;
  if (typeof height !== 'number' || typeof scrollY !== 'number' || typeof top !== 'number') return;
  const from = Math.max(0, scrollY - top);
  const until = Math.min(window.innerHeight, scrollY - top + height);
  const root = document.documentElement.style;
  root.setProperty('--frame-top', `${from}px`);
  root.setProperty('--frame-height', `${Math.max(0, until - from)}px`);
}
