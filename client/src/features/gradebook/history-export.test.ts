import { expect, test } from '@jest/globals';
import type { GradeHistory, LedgerEntry } from './api.ts';
import { fileName, toCsv, toJson } from './history-export.ts';

const entry: LedgerEntry = {
  n: 1,
  kind: 'override',
  at: '2027-03-01T12:00:00.000Z',
  by: { name: 'Iris, "Teacher"', isSystem: false },
  reason: '=HYPERLINK("evil")\nsecond line',
  runId: 'run1',
  explanation: { formula: 'peer-review.total@1', value: null, maximum: 20, steps: [] },
  parameters: { points: 20 },
  inputs: { reviews: [], handedIn: null, given: [], decision: 1 },
  sentAt: null,
};
const history = {
  column: { id: 'c', label: 'Essay: bridges', maximum: 20, highest: 20, countsLate: false },
  member: { id: 'm', name: 'Ada Ström' },
  entries: [entry, { ...entry, n: 2, by: { name: null, isSystem: true }, reason: null }],
  decisions: [],
} as unknown as GradeHistory;

test('CSV keeps commas, quotes and line breaks in their cells, and no text is a formula', () => {
  expect(toCsv(history).split('\r\n')).toEqual([
    '\uFEFFn,time,run,run_id,by,reason,value,maximum,formula,parameters,inputs,sent_at',
    `1,2027-03-01T12:00:00.000Z,override,run1,"Iris, ""Teacher""","'=HYPERLINK(""evil"")\nsecond line",,20,peer-review.total@1,"{""points"":20}","{""reviews"":[],""handedIn"":null,""given"":[],""decision"":1}",`,
    `2,2027-03-01T12:00:00.000Z,override,run1,Roundtable,,,20,peer-review.total@1,"{""points"":20}","{""reviews"":[],""handedIn"":null,""given"":[],""decision"":1}",`,
    '',
  ]);
});

test('JSON holds everything, a file’s name nothing that a system refuses', () => {
  expect(JSON.parse(toJson(history))).toMatchObject({
    member: { name: 'Ada Ström' },
    entries: [{ n: 1 }, { n: 2 }],
  });
  expect(fileName(history, 'csv')).toBe('Essay-bridges-Ada-Ström.csv');
});
