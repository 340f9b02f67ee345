/** A comment that staff have saved to use it again; never changed, only removed. */
export interface BankComment {
  readonly id: string;
  /** Id of the member who saved it. */
  readonly by: string;
  readonly isShared: boolean;
  readonly text: string;
}

/** Whether somebody may remove a comment that they see: their own, and an instructor also what is shared. */
export const mayRemove = ({ by, isShared }: BankComment, memberId: string, isLead: boolean): boolean =>
  by === memberId || (isShared && isLead);
