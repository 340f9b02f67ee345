/** What stands at a milestone of a group, or nothing. */
interface Line {
  readonly groupId: string;
  readonly n: number;
  readonly handedIn: {
    readonly memberIds: readonly string[];
    readonly needsAll: boolean;
    readonly settledAt: Date | null;
    readonly confirmations: readonly { readonly memberId: string }[];
  } | null;
}

interface Milestone {
  readonly n: number;
  readonly title: string;
}

interface Facts {
  readonly milestones: readonly Milestone[];
  /** Of the groups that the member leaves and comes to, and all in which the member has a part. */
  readonly lines: readonly Line[];
  readonly memberId: string;
  readonly from: string;
  /** Null: not chosen yet. */
  readonly to: string | null;
}

/** What a move changes; what was handed in, and who has a part in it, is never among it. */
export function consequencesOf({ milestones, lines, memberId, from, to }: Facts) {
  const at = (n: number) => lines.filter((line) => line.n === n && line.handedIn !== null);
  const has = (n: number) => at(n).some(({ handedIn }) => handedIn?.memberIds.includes(memberId));
  const inNew = (n: number) => at(n).some(({ groupId }) => groupId === to);
  const waits = (n: number) =>
    at(n).some(
      ({ groupId, handedIn }) =>
        groupId === from &&
        handedIn?.needsAll === true &&
        handedIn.settledAt === null &&
        handedIn.memberIds.includes(memberId) &&
        !handedIn.confirmations.some((one) => one.memberId === memberId),
    );
  const those = (are: (n: number) => boolean) =>
    milestones.filter(({ n }) => are(n)).map(({ n, title }) => ({ n, title }));
  return {
    kept: those(has),
    unconfirmed: those(waits),
    coming: to === null ? [] : those((n) => !inNew(n)),
    withoutPart: to === null ? [] : those((n) => inNew(n) && !has(n)),
  };
}
