import { PlenariesView, PlenaryView } from '../../contracts/plenary.ts';
import { GroupScenarioView, ScenarioPoolView } from '../../contracts/scenarios.ts';
import type { Scenario } from '../../contracts/team-settings.ts';
import type { RichText } from '../../contracts/plain-text.ts';
import type { Topic } from './plenaries.domain.ts';
import type { ProjectScenarios } from './scenarios.domain.ts';

interface Group {
  readonly groupId: string;
  readonly name: string | null;
}

/** For the members of one group, and staff: the others of the pool have no place in it. */
export const groupScenarioView = (scenario: Scenario | null): GroupScenarioView =>
  GroupScenarioView.parse({ scenario });

interface Pool {
  readonly title: string;
  readonly givenBy: ScenarioPoolView['givenBy'];
  readonly list: readonly Scenario[];
  readonly all: ProjectScenarios;
  readonly counts: ReadonlyMap<string, number>;
  readonly groups: readonly Group[];
  readonly next: string | null;
  readonly can: ScenarioPoolView['can'];
}

/** For staff. */
export function poolView({ list, all, counts, groups, ...rest }: Pool): ScenarioPoolView {
  const given = new Map(all.given.map((one) => [one.groupId, one]));
  return ScenarioPoolView.parse({
    ...rest,
    scenarios: list.map((scenario) => ({ ...scenario, groups: counts.get(scenario.id) ?? 0 })),
    items: groups.map(({ groupId, name }) => ({
      groupId,
      name,
      scenarioId: given.get(groupId)?.scenarioId ?? null,
      isChosen: given.get(groupId)?.isChosen ?? false,
    })),
    revision: all.revision,
  });
}

interface Opening {
  readonly n: number;
  readonly title: string;
  readonly opensAt: Date | null;
  readonly isOpen: boolean;
}

/** @param forStaff learners hear of those that have a date */
export const plenariesView = (
  openings: readonly Opening[],
  revision: number,
  forStaff: boolean,
  can: PlenariesView['can'],
): PlenariesView =>
  PlenariesView.parse({
    items: openings
      .filter(({ opensAt }) => forStaff || opensAt !== null)
      .map((one) => ({ ...one, opensAt: one.opensAt?.toISOString() ?? null })),
    revision,
    can,
  });

interface Seen {
  readonly title: string;
  /** What groups have attached, as the files feature has it. */
  readonly files: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly size: number; readonly type: string | null }
  >;
  readonly milestone: { readonly n: number; readonly title: string };
  readonly topics: readonly Topic[];
  readonly groups: readonly (Group & {
    readonly scenario: Scenario | null;
    readonly copy: {
      readonly text: RichText;
      readonly fileIds: readonly string[];
      readonly pages?: readonly { readonly title: string; readonly text: RichText }[];
      readonly sections?: readonly { readonly id: string; readonly text: RichText }[];
    };
  })[];
  readonly next: string | null;
  readonly opensAt: Date | null;
  readonly can: PlenaryView['can'];
}

/** For staff, and for learners once it is open: groups by name, nobody of them. */
export const plenaryView = ({ milestone, groups, files, ...rest }: Seen): PlenaryView =>
  PlenaryView.parse({
    ...rest,
    milestone: { n: milestone.n, title: milestone.title },
    items: groups.map(({ groupId, name, scenario, copy }) => ({
      groupId,
      name,
      scenario,
      text: copy.text,
      files: copy.fileIds.flatMap((fileId) => {
        const file = files.get(fileId);
        return file ? [{ ...file, type: file.type ?? '' }] : [];
      }),
      pages: copy.pages ?? [],
      parts: copy.sections ?? [],
    })),
    opensAt: rest.opensAt?.toISOString() ?? null,
  });
