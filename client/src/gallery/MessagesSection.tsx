import { ApiError, UnreachableError } from '../app/api-client.ts';
import { Badge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { showToast } from '../ui/toasts.ts';
import { Row, Section, Specimen } from './Specimen.tsx';

const nothing = () => undefined;
const TONES = ['info', 'good', 'warn', 'bad'] as const;

export function MessagesSection() {
  return (
    <Section title="Messages">
      <Specimen name="Badge">
        <Row>
          <Badge tone="neutral">To do</Badge>
          <Badge tone="info">Begun</Badge>
          <Badge tone="good">Done</Badge>
          <Badge tone="warn">No column</Badge>
          <Badge tone="bad">Failed</Badge>
        </Row>
      </Specimen>
      <Specimen name="Toast">
        <Row>
          <Button onPress={() => showToast({ text: 'The settings are saved.' })}>Say that it is saved</Button>
          <Button
            onPress={() =>
              showToast({
                text: 'The criterion “Structure” was removed.',
                undo: () => showToast({ text: 'The criterion is back.' }),
              })
            }
          >
            Remove a criterion
          </Button>
        </Row>
      </Specimen>
      <Specimen name="Progress">
        <Progress label="Finished reviews" text="2 of 3 done" value={2} max={3} />
        <Progress label="Allocation" text="Reviewers are being allocated…" />
      </Specimen>
      <Specimen name="Banner" isWide>
        {TONES.map((tone) => (
          <Banner key={tone} tone={tone} title={`A banner, ${tone}`} actions={<Button>What to do</Button>}>
            What happened and what it means, in a sentence or two.
          </Banner>
        ))}
        <Banner tone="info">Without a title and without a button.</Banner>
      </Specimen>
      <Specimen name="Problem" isWide>
        <Problem error={new ApiError('SUBMISSIONS_CLOSED', {}, 'b7f0c3')} />
        <Problem error={new UnreachableError('')} retry={nothing} />
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title="Nothing to review yet">
          When your instructor starts the reviews, the works you review appear here.
        </EmptyState>
      </Specimen>
      <Specimen name="Skeleton">
        <Skeleton />
      </Specimen>
      <Specimen name="Stepper" isWide>
        <Stepper
          label="Steps"
          steps={[
            {
              key: 'a',
              title: 'Hand in',
              state: 'done',
              stateText: 'Done',
              note: 'Until Sun, 29 Nov 2026, 23:59',
            },
            { key: 'b', title: 'Review others', state: 'current', stateText: 'Now', note: 'In 3 days' },
            {
              key: 'c',
              title: 'Look back',
              state: 'missed',
              stateText: 'Missed',
              note: 'Until Mon, 30 Nov 2026',
            },
            {
              key: 'd',
              title: 'Results',
              state: 'upcoming',
              stateText: 'Later',
              note: 'After reviews are closed',
            },
          ]}
        />
      </Specimen>
    </Section>
  );
}
