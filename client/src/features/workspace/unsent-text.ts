import * as Y from 'yjs';

/**
 * Follows what was written here until the server has it. Somebody may take away the block that it stands in meanwhile, or
 * restore an older version; a shared document then drops it without a word.
 *
 * @param server origin of what comes from the server
 * @param onDropped told of the text, block by block
 */
export function followUnsentText(
  document: Y.Doc,
  server: () => unknown,
  onDropped: (texts: readonly string[]) => void,
) {
  /** By writer number: the first letter that the server has not got. */
  const unsent = new Map<number, number>();

  document.on('afterTransaction', (transaction: Y.Transaction) => {
    if (unsent.size === 0 || transaction.origin !== server()) return;
    const dropped = new Map<Y.Item, number>();
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      const { client, clock } = struct.id;
      // Letters that follow each other are one item: the server may have its beginning.
      const from = Math.max((unsent.get(client) ?? Infinity) - clock, 0);
      if (struct instanceof Y.Item && from < struct.length) dropped.set(struct, from);
    });
    const texts = textsOf(dropped);
    if (texts.length > 0) onDropped(texts);
  });

  return {
    add(change: Uint8Array): void {
      for (const [client, clock] of Y.parseUpdateMeta(change).from)
        unsent.set(client, Math.min(unsent.get(client) ?? Infinity, clock));
    },
    clear: (): void => unsent.clear(),
  };
}

/** Text as it stood, and not as it was written; what is only space is left out. @param items each from some letter on */
function textsOf(items: ReadonlyMap<Y.Item, number>): string[] {
  const blocks = new Set(
    [...items.keys()].map(({ parent }) => parent).filter((parent) => parent instanceof Y.XmlText),
  );
  return [...blocks]
    .map((block) => {
      let text = '';
      for (let item = block._start; item !== null; item = item.right)
        if (item.content instanceof Y.ContentString)
          text += item.content.str.slice(items.get(item) ?? Infinity);
      return text.trim();
    })
    .filter((text) => text !== '');
}
