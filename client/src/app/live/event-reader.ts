/**
 * Takes server-sent events apart, of which pieces come as the network gives them.
 *
 * @returns what takes the next piece
 */
export function makeEventReader(onEvent: (event: string, data: string) => void): (piece: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (piece) => {
    const blocks = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line): [string, string] => {
          const at = line.indexOf(':');
          return [line.slice(0, at), line.slice(at + 1).trimStart()];
        }),
      );
      onEvent(fields.get('event') ?? 'message', fields.get('data') ?? '');
    }
  };
}
