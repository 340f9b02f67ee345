import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { RICH_TEXT_DEPTH_MAX, RICH_TEXT_NODES_MAX } from '../../../../../server/src/contracts/limits.ts';

/** Whether a document is within what the server takes, text length aside: that one is told as an error. */
function isWithinBounds(document: Node): boolean {
  let nodes = 0;
  const isFlatEnough = (node: Node, depth: number): boolean => {
    nodes += 1;
    if (depth > RICH_TEXT_DEPTH_MAX) return false;
    return node.children.every((child) => isFlatEnough(child, depth + 1));
  };
  return isFlatEnough(document, 1) && nodes <= RICH_TEXT_NODES_MAX;
}

/** The mark on what others have written: it is there, whatever one says. */
const OF_OTHERS = 'y-sync$';

/** Refuses a change, such as one more level of a list, that would make a document the server refuses. */
export const Bounds = Extension.create({
  name: 'bounds',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) =>
        !transaction.docChanged ||
        transaction.getMeta(OF_OTHERS) !== undefined ||
        isWithinBounds(transaction.doc),
    }),
  ],
});
