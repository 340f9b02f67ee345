import { useState } from 'react';
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { LoadMore } from '../ui/LoadMore.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Tree } from '../ui/Tree.tsx';
import { Section, Specimen } from './Specimen.tsx';

const NODES = [
  {
    id: 'a',
    title: 'Group set A',
    note: '2 groups',
    children: [
      {
        id: 'a1',
        title: 'Bridges',
        note: '3 members',
        children: [
          { id: 'ada', title: 'Ada Ström' },
          { id: 'bo', title: 'Bo Baker' },
          { id: 'chi', title: 'Chi Nguyễn' },
        ],
      },
      { id: 'a2', title: 'Tunnels', note: '4 members' },
    ],
  },
  { id: 'b', title: 'Group set B', note: 'empty' },
];

const page = { fetchNextPage: () => Promise.resolve() };

export function StructureSection() {
  const [selected, setSelected] = useState<string | null>('a2');
  return (
    <Section title="Structure">
      <Specimen name="Breadcrumbs">
        <Breadcrumbs
          trail={[
            { title: 'Essay on bridges', to: '/' },
            { title: 'Reviews', to: '/reviews' },
          ]}
        />
      </Specimen>
      <Specimen name="Disclosure">
        <Disclosure title="What reviewers judge by">
          <p>Content, structure and reasons.</p>
        </Disclosure>
      </Specimen>
      <Specimen name="LoadMore">
        <LoadMore query={{ ...page, hasNextPage: true, isFetchingNextPage: false }} />
        <LoadMore query={{ ...page, hasNextPage: true, isFetchingNextPage: true }} />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Sides of the settings"
          tabs={[
            { id: 'what', title: 'What', content: <p>What learners do.</p> },
            { id: 'when', title: 'When', content: <KeptField /> },
            { id: 'who', title: 'Who takes part', content: <p>Everybody in the course.</p> },
          ]}
        />
      </Specimen>
      <Specimen name="Tree">
        <Tree
          label="Groups"
          nodes={NODES}
          selected={selected}
          onSelect={setSelected}
          unfolded={['a', 'a1']}
        />
      </Specimen>
      <Specimen name="ErrorBoundary">
        <ErrorBoundary>
          <Broken />
        </ErrorBoundary>
      </Specimen>
    </Section>
  );
}

function KeptField() {
  const [text, setText] = useState('');
  return <TextField label="Kept while one looks at another tab" value={text} onChange={setText} />;
}

function Broken(): never {
  throw new Error('a component of the gallery that fails on purpose');
}
