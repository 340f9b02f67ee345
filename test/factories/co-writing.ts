import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CO_WRITING, PAGE_TEXT } from '../../server/src/contracts/paths.ts';
import type { ApiSession } from './browserless.ts';

/** Somebody who has a page open. */
export interface Writer {
  readonly document: Y.Doc;
  readonly provider: HocuspocusProvider;
  /** Why the server has ended the connection, the newest last. */
  readonly closed: string[];
  /** Whether the server refused to open the page. */
  readonly refused: () => boolean;
  /** Whether everything that was written is acknowledged. */
  readonly isSaved: () => boolean;
  text(): string;
  /** Adds to the end of the text. */
  write(text: string): void;
  /** Cuts the connection as a lost network does; the client comes back by itself. */
  drop(): void;
  close(): void;
}

/** Opens a page as a browser of the tool's own origin does. @param at where the instance is, if not at the tool's address */
export function openPage(
  session: Pick<ApiSession, 'toolUrl' | 'view'>,
  pageId: string,
  { at = session.toolUrl, document = new Y.Doc() }: { at?: string; document?: Y.Doc } = {},
): Writer {
  const origin = session.toolUrl;
  const sockets: WebSocket[] = [];
  class FromTheTool extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { origin } });
      sockets.push(this);
      this.on('error', () => undefined);
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${at.replace('http', 'ws')}${CO_WRITING}`,
    WebSocketPolyfill: FromTheTool,
    delay: 100,
    minDelay: 100,
    maxDelay: 500,
  });
  const closed: string[] = [];
  let refused = false;
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: pageId,
    document,
    token: session.view.bearer,
    onAuthenticationFailed: () => (refused = true),
    onClose: ({ event }) => closed.push(event.reason),
  });
  provider.attach();
  const page = document.getXmlFragment(PAGE_TEXT);
  return {
    document,
    provider,
    closed,
    refused: () => refused,
    isSaved: () => provider.isSynced && !provider.hasUnsyncedChanges,
    text: () => textsOf(page).join(''),
    write(text): void {
      const last = page.length > 0 && page.get(page.length - 1);
      const own = last instanceof Y.XmlElement && last.get(0);
      if (own instanceof Y.XmlText) return own.insert(own.length, text);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      page.insert(page.length, [paragraph]);
    },
    drop: () => sockets.at(-1)?.terminate(),
    close(): void {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

const paragraphsOf = (page: Y.XmlFragment): Y.XmlText[] =>
  page
    .toArray()
    .map((paragraph) => paragraph instanceof Y.XmlElement && paragraph.get(0))
    .filter((text) => text instanceof Y.XmlText);

/** The text of each paragraph. */
const textsOf = (page: Y.XmlFragment): string[] => paragraphsOf(page).map((text) => text.toJSON());

/** Who wrote each character that is there, by the writer numbers of the server: the writer, then the text. */
export function authorsOf(document: Y.Doc): { readonly client: number; readonly text: string }[] {
  const found: { client: number; text: string }[] = [];
  for (const text of paragraphsOf(document.getXmlFragment(PAGE_TEXT)))
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentString)
        found.push({ client: item.id.client, text: item.content.str });
  return found;
}
