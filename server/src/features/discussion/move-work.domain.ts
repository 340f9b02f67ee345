/** How far staff's moving of posts is, or its undoing. */
export interface MoveWork {
  /** The act's id, or one of its own for the undoing. */
  readonly key: string;
  readonly by: { readonly memberId: string; readonly role: string };
  readonly from: string;
  /** The post that it begins with, by its number there. */
  readonly root: number;
  readonly to: string;
  /** What the thread that it makes is called; null: it goes to one that is there. */
  readonly title: string | null;
  readonly depth: number;
  /** `begun`: nothing is counted; `counted`: numbers are kept free; `planned`: places are written down. */
  readonly state: 'begun' | 'counted' | 'planned' | 'done';
  readonly base: number;
  /** How many posts, and how many of them have gone. */
  readonly total: number;
  readonly moved: number;
}
