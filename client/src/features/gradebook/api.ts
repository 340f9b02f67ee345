import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/gradebook.ts';

export type GradeExplanation = z.output<typeof contract.GradeExplanation>;
export type GradeStep = z.output<typeof contract.GradeStep>;
export type SyncStatus = z.output<typeof contract.SyncStatus>;
