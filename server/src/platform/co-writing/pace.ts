/** Far above what a person writes, pastes and corrects; what a program sends in a loop is beyond it. */
const PER_SECOND = { messages: 60, bytes: 256 * 1024 } as const;
/** What may come at once: one comes back with an hour of writing. */
const AT_ONCE = { messages: 600, bytes: 12 * 1024 * 1024 } as const;

/** How fast one connection sends: two buckets that fill with time and are emptied by what comes. */
export function createPace() {
  const room = { messages: AT_ONCE.messages as number, bytes: AT_ONCE.bytes };
  let before: Date | null = null;
  return {
    /** @returns false when it is too much */
    take(bytes: number, now: Date): boolean {
      const seconds = before === null ? 0 : Math.max(0, now.getTime() - before.getTime()) / 1_000;
      before = now;
      room.messages = Math.min(AT_ONCE.messages, room.messages + seconds * PER_SECOND.messages) - 1;
      room.bytes = Math.min(AT_ONCE.bytes, room.bytes + seconds * PER_SECOND.bytes) - bytes;
      return room.messages >= 0 && room.bytes >= 0;
    },
  };
}
