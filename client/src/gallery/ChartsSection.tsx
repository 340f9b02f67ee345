import {
  BarChart,
  BoxPlot,
  HeatMap,
  Histogram,
  Intervals,
  LineChart,
  Network,
  Scatter,
} from '../ui/charts.tsx';
import { people } from './people.ts';
import { Section, Specimen } from './Specimen.tsx';

const GRADES = people(60).flatMap(({ grade }) => grade ?? []);
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CRITERIA = ['Content', 'Structure', 'Reasons'];

export function ChartsSection() {
  return (
    <Section title="Charts">
      <Specimen name="Histogram">
        <Histogram
          title="Grades"
          countTitle="Learners"
          valueTitle="Points"
          values={GRADES}
          domain={[0, 20]}
        />
      </Specimen>
      <Specimen name="Histogram without values">
        <Histogram title="Grades" countTitle="Learners" valueTitle="Points" values={[]} domain={[0, 20]} />
      </Specimen>
      <Specimen name="BarChart">
        <BarChart
          title="Where learners are"
          labelTitle="Step"
          valueTitle="Learners"
          data={[
            { label: 'Handed in', value: 48 },
            { label: 'Reviewed at least one work of somebody else', value: 31 },
            { label: 'Reviewed all', value: 22 },
            { label: 'Nothing yet', value: 0 },
          ]}
        />
      </Specimen>
      <Specimen name="LineChart">
        <LineChart
          title="Activity in the week"
          placeTitle="Day"
          valueTitle="Number"
          places={DAYS}
          series={[
            { name: 'Submissions', values: [2, 5, 9, 14, 30, 44, 48] },
            { name: 'Reviews', values: [null, null, 3, 8, 20, 28, 60] },
            { name: 'Posts', values: [10, 12, 7, 22, 18, 4, 6] },
          ]}
        />
      </Specimen>
      <Specimen name="BoxPlot">
        <BoxPlot
          title="Points by criterion"
          labelTitle="Criterion"
          valueTitle="Points"
          domain={[0, 10]}
          groups={CRITERIA.map((label, index) => ({
            label,
            values: GRADES.slice(index * 9, index * 9 + 18).map((grade) => grade / 2),
          }))}
        />
      </Specimen>
      <Specimen name="Intervals">
        <Intervals
          title="Works from the strongest to the weakest"
          summary="Of 24 works 7 are above an average one, 8 below."
          labelTitle="Work"
          placeTitle="Place"
          valueTitle="Strength"
          intervalTitle="Most likely between"
          intervals={people(24).map(({ id, name }, index) => {
            const value = 2.4 - index / 5;
            return { key: id, label: name, value, low: value - 0.9, high: value + 0.9 };
          })}
        />
      </Specimen>
      <Specimen name="Scatter">
        <Scatter
          title="Reviews given and grade"
          labelTitle="Learner"
          xTitle="Grade"
          yTitle="Words in reviews"
          points={people(40).flatMap(({ id, name, grade }) =>
            grade === null
              ? []
              : [{ label: `${name} ${id}`, x: grade, y: grade * 12 + ((Number(id) * 53) % 90) }],
          )}
        />
      </Specimen>
      <Specimen name="Network" isWide>
        <Network
          title="Who reviews whom"
          summary="3 people, 3 reviews, 2 of them submitted."
          people={['Ada', 'Bo', 'Chi']}
          links={[
            { from: 0, to: 1, isSolid: true, text: 'Ada reviews Bo' },
            { from: 1, to: 2, isSolid: true, text: 'Bo reviews Chi' },
            { from: 2, to: 0, isSolid: false, text: 'Chi reviews Ada' },
          ]}
          columns={['Person', 'Reviews']}
          rows={[
            { key: 'Ada', cells: ['Ada', 'Bo'] },
            { key: 'Bo', cells: ['Bo', 'Chi'] },
            { key: 'Chi', cells: ['Chi', 'Ada'] },
          ]}
        />
      </Specimen>
      <Specimen name="HeatMap" isWide>
        <HeatMap
          title="Posts by day and group"
          rowTitle="Group"
          rows={['Bridges', 'Tunnels', 'Harbours']}
          columns={DAYS}
          values={[
            [1, 4, 9, 12, 20, 2, 0],
            [0, 0, 3, 8, 15, 25, 4],
            [5, 6, 7, 8, null, 3, 1],
          ]}
        />
      </Specimen>
    </Section>
  );
}
