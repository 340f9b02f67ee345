import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../server/src/core/ids.ts';
import type { LedgerEntry } from '../../server/src/features/gradebook/ledger.domain.ts';
import type { Database } from '../../server/src/platform/database/connect.ts';

/**
 * Keeps every entry of the ledger that a test's database holds, where `npm test` wants it: after the suites, all are
 * computed anew (`test/checks/replay.mjs`). Call it before the database is closed.
 */
export async function keepLedger(connection: Database['connection']): Promise<void> {
  const folder = process.env['KEPT_LEDGER'];
  if (!folder) return;
  const slots = connection.collection<{ _id: string; entries: LedgerEntry[] }>('gradeSlots');
  const spilled = connection.collection<{ _id: string; slotId: string; entry: LedgerEntry }>('gradeEntries');
  const lines: string[] = [];
  for await (const { _id: slotId, entries } of slots.find({}))
    for (const entry of entries) lines.push(JSON.stringify({ slotId, entry }));
  for await (const { slotId, entry } of spilled.find({})) lines.push(JSON.stringify({ slotId, entry }));
  if (lines.length === 0) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${newId()}.jsonl`), `${lines.join('\n')}\n`);
}
