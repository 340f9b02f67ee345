import { useState } from 'react';
import { FILE_BYTES_MAX } from '../../../server/src/contracts/limits.ts';
import type { RichText } from '../../../server/src/contracts/plain-text.ts';
import { ApiError } from '../app/api-client.ts';
import { DropZone } from '../ui/files/DropZone.tsx';
import { UploadRow } from '../ui/files/UploadRow.tsx';
import type { Upload } from '../ui/files/uploader.ts';
import { RichTextEditor } from '../ui/rich-text/RichTextEditor.tsx';
import { RichTextView } from '../ui/rich-text/RichTextView.tsx';
import { DragList } from '../ui/DragList.tsx';
import { SortableList } from '../ui/SortableList.tsx';
import { Section, Specimen } from './Specimen.tsx';

const CRITERIA = [
  { id: 'content', title: 'Content', note: '10 points' },
  { id: 'structure', title: 'Structure', note: '5 points' },
  { id: 'reasons', title: 'Reasons', note: '10 points' },
  { id: 'language', title: 'Language' },
];

const UPLOADS: readonly Upload[] = [
  { id: '1', name: 'bridge.pdf', size: 3_400_000, sent: 3_400_000, state: 'checking', error: null },
  {
    id: '2',
    name: 'measurements of the northern bridge, second series.xlsx',
    size: 812_000,
    sent: 300_000,
    state: 'sending',
    error: null,
  },
  { id: '3', name: 'film.mp4', size: 180_000_000, sent: 90_000_000, state: 'paused', error: null },
  { id: '4', name: 'notes.txt', size: 900, sent: 0, state: 'waiting', error: null },
  { id: '5', name: 'photo.jpg', size: 2_100_000, sent: 700_000, state: 'broken', error: null },
  {
    id: '6',
    name: 'virus.exe',
    size: 120_000,
    sent: 0,
    state: 'failed',
    error: new ApiError('FILE_TYPE_REFUSED'),
  },
];

const TEXT: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Bridges' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'A bridge ' },
        { type: 'text', text: 'carries', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' what would otherwise fall.' },
      ],
    },
    {
      type: 'bulletList',
      content: ['beam', 'arch', 'cable'].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Firmitas.' }] }] },
    { type: 'mathBlock', attrs: { latex: 'M = \\frac{q l^2}{8}' } },
  ],
};

const nothing = () => undefined;

export function OrderSection() {
  const [criteria, setCriteria] = useState(CRITERIA);
  const [text, setText] = useState(TEXT);
  return (
    <Section title="Writing, files and order">
      <Specimen name="RichTextEditor" isWide>
        <RichTextEditor
          label="Your work"
          hint="Reviewers see it without your name."
          max={1000}
          rows={6}
          value={text}
          onChange={setText}
        />
      </Specimen>
      <Specimen name="RichTextView">
        <RichTextView document={TEXT} headingLevel={4} />
      </Specimen>
      <Specimen name="DropZone and UploadRow">
        <DropZone bytesMax={FILE_BYTES_MAX} max={5} onFiles={nothing} onChoose={nothing} />
        <ul style={{ display: 'grid', gap: 'var(--space-2)', listStyle: 'none' }}>
          {UPLOADS.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRemove={nothing} onRetry={nothing} />
          ))}
        </ul>
      </Specimen>
      <Specimen name="SortableList">
        <SortableList
          label="Criteria"
          items={criteria}
          onSort={(ids) =>
            setCriteria(ids.flatMap((id) => criteria.filter((criterion) => criterion.id === id)))
          }
        />
      </Specimen>
      <Specimen name="DragList">
        <TwoLists />
      </Specimen>
    </Section>
  );
}

const PEOPLE = ['Ada', 'Bo', 'Chi'].map((title) => ({ id: title, title }));

/** People between two lists. */
function TwoLists() {
  const [red, setRed] = useState<readonly string[]>(['Chi']);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(['Bo']));
  const list = (label: string, isIn: (id: string) => boolean, receive: (ids: string[]) => void) => (
    <DragList
      label={label}
      items={PEOPLE.filter(({ id }) => isIn(id))}
      picked={picked}
      onPick={setPicked}
      onReceive={receive}
      empty="Nobody"
    />
  );
  return (
    <div style={{ display: 'grid', gap: 'var(--space-4)' }}>
      {list(
        'In no group',
        (id) => !red.includes(id),
        (ids) => setRed(red.filter((id) => !ids.includes(id))),
      )}
      {list(
        'Red',
        (id) => red.includes(id),
        (ids) => setRed([...red, ...ids]),
      )}
    </div>
  );
}
