import { useState } from 'react';
import { FileDrop } from '../ui/FileDrop.tsx';
import { SortableList } from '../ui/SortableList.tsx';
import { Section, Specimen } from './Specimen.tsx';

const CRITERIA = [
  { id: 'content', title: 'Content', note: '10 points' },
  { id: 'structure', title: 'Structure', note: '5 points' },
  { id: 'reasons', title: 'Reasons', note: '10 points' },
  { id: 'language', title: 'Language' },
];

const UPLOADS = [
  { id: '1', name: 'bridge.pdf', size: 3_400_000, sent: 3_400_000, state: 'done' },
  {
    id: '2',
    name: 'measurements of the northern bridge, second series.xlsx',
    size: 812_000,
    sent: 300_000,
    state: 'sending',
  },
  { id: '3', name: 'film.mp4', size: 180_000_000, sent: 90_000_000, state: 'paused' },
  { id: '6', name: 'photo.jpg', size: 2_100_000, sent: 0, state: 'failed' },
  { id: '4', name: 'notes.txt', size: 900, sent: 0, state: 'waiting' },
  {
    id: '5',
    name: 'virus.exe',
    size: 120_000,
    sent: 0,
    state: 'refused',
    error: 'This kind of file cannot be handed in. PDF, images and text can.',
  },
] as const;

export function OrderSection() {
  const [criteria, setCriteria] = useState(CRITERIA);
  const [uploads, setUploads] = useState<readonly (typeof UPLOADS)[number][]>(UPLOADS);
  return (
    <Section title="Files and order">
      <Specimen name="FileDrop">
        <FileDrop
          label="Files of your work"
          hint="PDF, images and text, up to 20 MB each"
          accept={['application/pdf', 'image/*', 'text/plain']}
          acceptsMany
          uploads={uploads}
          onFiles={() => undefined}
          onRemove={(id) => setUploads(uploads.filter((upload) => upload.id !== id))}
          onRetry={() => undefined}
        />
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
    </Section>
  );
}
