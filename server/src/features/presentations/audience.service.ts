import { AUDIENCE_FEWEST, OWN_QUESTIONS_MAX, QUESTIONS_MAX } from '../../contracts/presentation-limits.ts';
import { AppError } from '../../core/app-error.ts';
import type { EventType } from '../../core/events.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import { decideAsk, decideRate, inTurn, type Rating, resultsOf } from './audience.domain.ts';
import type { AudienceStore } from './audience.store.ts';
import { presentationView } from './audience.views.ts';
import { stateOf } from './presentations.domain.ts';
import {
  presentationEvent,
  type PresentationPorts,
  type PresentationService,
  type SlotAddress,
} from './presentations.service.ts';
import type { PresentationStore } from './presentations.store.ts';

export interface AudiencePorts extends PresentationPorts {
  readonly course: Pick<CourseService, 'findMembers'>;
}

export type AudienceService = ReturnType<typeof createAudienceService>;

/** What the audience asks and says while a group presents (group-work.md item 9). */
export function createAudienceService(
  store: AudienceStore,
  slots: Pick<PresentationStore, 'noteAbsent'>,
  presentations: Pick<PresentationService, 'open'>,
  { course, clock, eventsWritten }: AudiencePorts,
) {
  /** @throws AppError NOT_FOUND, ACTIVITY_NOT_OPEN */
  async function open(caller: Caller, { activityId, slotId }: SlotAddress) {
    const [found, questions] = await Promise.all([
      presentations.open(caller, activityId),
      store.listQuestions(caller.scope, slotId),
    ]);
    const slot = found.slots.find((one) => one.slotId === slotId);
    if (!slot) throw new AppError('NOT_FOUND', { kind: 'slot' });
    return {
      ...found,
      slot,
      questions,
      group: found.groups.find(({ groupId }) => groupId === slot.groupId) ?? null,
      isOwn: slot.groupId !== undefined && found.ownIds.includes(slot.groupId),
      state: stateOf(slot, found.slots, found.plan.timer, clock.now()),
    };
  }

  async function get(caller: Caller, address: SlotAddress) {
    const [found, ratings] = await Promise.all([
      open(caller, address),
      store.listRatings(caller.scope, address.slotId),
    ]);
    const { project, plan, slot, group, questions, isOwn, state, forStaff, isOpen } = found;
    const { id } = caller.member;
    const presenterIds = forStaff ? (group?.memberIds ?? []) : null;
    const people = [...new Set([...(presenterIds ?? []), ...questions.map(({ by }) => by)])];
    const members = forStaff && people.length > 0 ? await course.findMembers(caller.scope, people) : [];
    const seesResults = state === 'over' && (forStaff || isOwn) && plan.criteria.length > 0;
    const isOn = isOpen && state === 'on' && group !== null;
    return presentationView({
      title: project.title,
      slot: { ...slot, state },
      groupName: group?.name ?? null,
      isOwn,
      criteria: [...plan.criteria],
      questions: inTurn(questions),
      rating: ratings.find(({ memberId }) => memberId === id)?.ratings ?? null,
      results: seesResults
        ? resultsOf(
            plan.criteria,
            ratings.map((one) => one.ratings),
            AUDIENCE_FEWEST,
          )
        : null,
      presenterIds,
      names: new Map(members.map((one) => [one.id, one.name])),
      forId: id,
      can: {
        ask: isOn && caller.can('groupWork.present'),
        rate: isOn && !isOwn && plan.criteria.length > 0 && caller.can('groupWork.write'),
        lead: caller.can('groupWork.lead'),
      },
    });
  }

  const eventOf = (
    caller: Caller,
    type: EventType,
    { activityId, slotId }: SlotAddress,
    about: object = {},
  ) => presentationEvent(caller, type, activityId, clock.now(), { slotId, ...about });

  /** @throws AppError ACTIVITY_CLOSED */
  async function openGoing(caller: Caller, address: SlotAddress) {
    const found = await open(caller, address);
    if (!found.isOpen) throw new AppError('ACTIVITY_CLOSED');
    return found;
  }

  return {
    get,

    /** @throws AppError NOT_FOUND, ACTIVITY_CLOSED, PRESENTATION_NOT_ON, QUESTIONS_TOO_MANY */
    async ask(caller: Caller, address: SlotAddress, questionId: string, text: string) {
      const { state, questions } = await openGoing(caller, address);
      if (questions.some((one) => one.questionId === questionId)) return get(caller, address);
      const by = caller.member.id;
      const limits = { all: QUESTIONS_MAX, own: OWN_QUESTIONS_MAX };
      const decision = decideAsk(state, questions, by, limits);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      const at = clock.now();
      const question = { ...address, questionId, by, text, at, answeredAt: null, voters: [] };
      await store.ask(caller.scope, question, eventOf(caller, 'presentation.asked', address, { questionId }));
      eventsWritten();
      return get(caller, address);
    },

    /** One vote each, however often it is sent. @throws AppError NOT_FOUND, ACTIVITY_CLOSED, PRESENTATION_NOT_ON */
    async vote(caller: Caller, address: SlotAddress, questionId: string, voted: boolean) {
      const { state, questions } = await openGoing(caller, address);
      const question = questions.find((one) => one.questionId === questionId);
      if (!question) throw new AppError('NOT_FOUND', { kind: 'question' });
      if (state !== 'on') throw new AppError('PRESENTATION_NOT_ON');
      const event = eventOf(caller, 'presentation.voted', address, { questionId });
      await store.vote(caller.scope, question, caller.member.id, voted, event);
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError NOT_FOUND */
    async markAnswered(caller: Caller, address: SlotAddress, questionId: string, answered: boolean) {
      const { questions } = await open(caller, address);
      const question = questions.find((one) => one.questionId === questionId);
      if (!question) throw new AppError('NOT_FOUND', { kind: 'question' });
      const event = eventOf(caller, 'presentation.answered', address, { questionId, answered });
      await store.markAnswered(caller.scope, question, answered ? clock.now() : null, event);
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError NOT_FOUND; NOT_IN_GROUP for who does not present */
    async noteAbsent(caller: Caller, address: SlotAddress, memberIds: readonly string[]) {
      const { slot, group } = await open(caller, address);
      if (memberIds.some((id) => group?.memberIds.includes(id) !== true)) throw new AppError('NOT_IN_GROUP');
      const event = eventOf(caller, 'presentation.attended', address, { absentIds: memberIds });
      await slots.noteAbsent(caller.scope, slot, [...new Set(memberIds)], event);
      eventsWritten();
      return get(caller, address);
    },

    /** @throws AppError NOT_FOUND, ACTIVITY_CLOSED; as `decideRate` */
    async rate(caller: Caller, address: SlotAddress, ratings: readonly Rating[]) {
      const { plan, isOwn, state } = await openGoing(caller, address);
      const known = new Set(plan.criteria.map(({ id }) => id));
      const given = ratings.filter(({ criterionId }) => known.has(criterionId));
      const decision = decideRate({ state, isOwn }, plan.criteria, given);
      if (decision.type === 'refuse') throw new AppError(decision.reason);
      await store.rate(caller.scope, address.slotId, caller.member.id, given);
      return get(caller, address);
    },
  };
}
