import { z } from 'zod';
import { type Endpoint, Id, Page } from './endpoint.ts';
import { OfRoom, RoomView } from './group-room.ts';
import { OUTSIDE_LINK_MAX, OUTSIDE_PLACES } from './outside-links.ts';

/** Where a group finds its board or its video room. */
const PlaceView = z.object({
  kind: z.enum(OUTSIDE_PLACES),
  /** Null: there is none yet. */
  url: z.string().nullable(),
  /** What can be shown in a frame for it; null: it opens in a tab of its own. */
  frame: z.string().nullable(),
  /** Somebody has pasted it for this group; otherwise it comes from the pattern of the project. */
  isPasted: z.boolean(),
  can: z.object({ change: z.boolean() }),
});

export const OutsidePlacesView = z.object({
  room: RoomView.pick({ title: true, name: true, can: true }),
  places: z.array(PlaceView),
  revision: z.int(),
  /** Hosts that links may lead to. */
  hosts: z.array(z.string()),
});
export type OutsidePlacesView = z.output<typeof OutsidePlacesView>;

export const GetOutsidePlaces = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/places',
  permission: 'groupWork.read',
  summary: 'The board and the video room of a group',
  params: OfRoom,
  response: OutsidePlacesView,
} satisfies Endpoint;

export const LinkOutsidePlace = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/places/:kind',
  permission: 'groupWork.linkPlaces',
  summary: 'Links a group to its board or video room; empty: to the one of the pattern, or to none',
  params: OfRoom.extend({ kind: z.enum(OUTSIDE_PLACES) }),
  body: z.object({
    url: z.string().trim().max(OUTSIDE_LINK_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: OutsidePlacesView,
} satisfies Endpoint;

const OfProject = z.object({ activityId: Id });

export const ListOutsidePlaces = {
  method: 'get',
  path: '/group-work/:activityId/places',
  permission: 'groupWork.overview',
  summary: 'The boards and video rooms of all groups of a project',
  params: OfProject,
  query: Page,
  response: z.object({
    /** Of the project. */
    title: z.string(),
    items: z.array(
      z.object({
        groupId: Id,
        name: z.string().nullable(),
        places: z.array(PlaceView.pick({ kind: true, url: true })),
      }),
    ),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

export const ExportBreakoutRooms = {
  method: 'get',
  path: '/group-work/:activityId/breakout-rooms',
  permission: 'groupWork.overview',
  summary: 'Members by group as the text of a file: as Zoom takes it for breakout rooms, or with names',
  params: OfProject,
  query: z.object({ format: z.enum(['zoom', 'plain']) }),
  response: z.object({
    csv: z.string(),
    /** Members whose address the LMS does not tell: Zoom's file cannot name them. */
    withoutAddress: z.int(),
  }),
} satisfies Endpoint;
