import type { Connection } from 'mongoose';
import { createGradeColumnStore, type GradeColumnStore } from './grade-columns.store.ts';
import { createGradeEntryStore, type GradeEntryStore } from './grade-entries.store.ts';
import { createGradeOverrideStore, type GradeOverrideStore } from './grade-overrides.store.ts';
import { createGradeRunStore, type GradeRunStore } from './grade-runs.store.ts';
import { defineSlots } from './grade-slot-model.store.ts';
import { createGradeSlotStore, type GradeSlotStore } from './grade-slots.store.ts';
import { createOutboxStore, type OutboxStore } from './outbox.store.ts';

export interface GradebookStore {
  readonly slots: GradeSlotStore;
  readonly outbox: OutboxStore;
  readonly runs: GradeRunStore;
  readonly columns: GradeColumnStore;
  readonly overrides: GradeOverrideStore;
  readonly entries: GradeEntryStore;
}

/** All queries of the gradebook's collections. */
export function createGradebookStore(connection: Connection): GradebookStore {
  const slots = defineSlots(connection);
  return {
    slots: createGradeSlotStore(slots),
    outbox: createOutboxStore(slots),
    runs: createGradeRunStore(connection),
    columns: createGradeColumnStore(connection),
    overrides: createGradeOverrideStore(connection),
    entries: createGradeEntryStore(connection),
  };
}
