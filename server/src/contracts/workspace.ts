import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { PAGE_TITLE_MAX, PAGE_VERSION_NAME_MAX } from './limits.ts';
import { StoredRichText } from './rich-text.ts';

/** One page that a group writes together. */
export const GroupPageView = z.object({
  pageId: Id,
  title: z.string(),
  createdAt: Timestamp,
});
export type GroupPageView = z.output<typeof GroupPageView>;

const OfGroup = z.object({ activityId: Id, groupId: Id });
const OfPage = OfGroup.extend({ pageId: Id });

export const ListGroupPages = {
  method: 'get',
  path: '/group-work/:activityId/groups/:groupId/pages',
  permission: 'groupWork.read',
  summary: 'The pages that a group writes together, the oldest first',
  params: OfGroup,
  response: z.object({ items: z.array(GroupPageView), can: z.object({ write: z.boolean() }) }),
} satisfies Endpoint;

export const SaveGroupPage = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId',
  permission: 'groupWork.write',
  summary: 'Begins a page of this id, or gives it another title; repeating the call changes nothing',
  params: OfPage,
  body: z.object({ title: z.string().trim().min(1).max(PAGE_TITLE_MAX) }),
  response: GroupPageView,
} satisfies Endpoint;

export const DeleteGroupPage = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/deleted',
  permission: 'groupWork.write',
  summary: 'Takes a page out of the list, or puts it back; its text is kept',
  params: OfPage,
  body: z.object({ deleted: z.boolean() }),
  response: GroupPageView,
} satisfies Endpoint;

export const KeepPageImage = {
  method: 'put',
  path: '/group-work/:activityId/groups/:groupId/pages/:pageId/images/:fileId',
  permission: 'groupWork.write',
  summary: 'Keeps an image that was uploaded for a page; repeating the call changes nothing',
  params: OfPage.extend({ fileId: Id }),
  body: z.object({}),
  response: z.object({}),
} satisfies Endpoint;

const PageVersionView = z.object({
  n: z.int(),
  at: Timestamp,
  /** Null: kept without anybody asking for it. */
  name: z.string().nullable(),
  /** Who named it or restored it. */
  by: z.string().nullable(),
  /** The version whose text this one has again. */
  restored: z.int().nullable(),
  /** Since the version before: how many characters of whom have come, and how many have gone. */
  added: z.array(z.object({ memberId: Id, name: z.string().nullable(), characters: z.int() })),
  removed: z.int(),
});
export type PageVersionView = z.output<typeof PageVersionView>;

const Passage = z.object({ name: z.string().nullable(), text: z.string() });
const OfVersion = OfPage.extend({ n: z.coerce.number().int().min(1) });
const VersionName = z.string().trim().min(1).max(PAGE_VERSION_NAME_MAX);
const PATH = '/group-work/:activityId/groups/:groupId/pages/:pageId/versions';

export const PageVersionsView = z.object({
  items: z.array(PageVersionView),
  /** Of the next versions; null: these are the oldest. */
  next: z.int().nullable(),
  can: z.object({ write: z.boolean() }),
});
export type PageVersionsView = z.output<typeof PageVersionsView>;

export const ListPageVersions = {
  method: 'get',
  path: PATH,
  permission: 'groupWork.read',
  summary: 'How a page stood before, the newest first',
  params: OfPage,
  query: z.object({ before: z.coerce.number().int().min(1).optional() }),
  response: PageVersionsView,
} satisfies Endpoint;

export const PageVersionText = z.object({
  version: PageVersionView,
  text: StoredRichText,
  /** What has come and what has gone since the version before, with its authors; of a long change, the beginning. */
  added: z.array(Passage),
  removed: z.array(Passage),
});
export type PageVersionText = z.output<typeof PageVersionText>;

export const GetPageVersion = {
  method: 'get',
  path: `${PATH}/:n`,
  permission: 'groupWork.read',
  summary: 'The text of a version of a page, and how it differs from the one before',
  params: OfVersion,
  response: PageVersionText,
} satisfies Endpoint;

export const KeepPageVersion = {
  method: 'post',
  path: PATH,
  permission: 'groupWork.write',
  summary:
    'Keeps how a page stands now under a name; repeated without a change in between, it is one version',
  params: OfPage,
  body: z.object({ name: VersionName }),
  response: PageVersionView,
} satisfies Endpoint;

export const NamePageVersion = {
  method: 'put',
  path: `${PATH}/:n/name`,
  permission: 'groupWork.write',
  summary: 'Names a version of a page, or takes its name away',
  params: OfVersion,
  body: z.object({ name: VersionName.nullable() }),
  response: PageVersionView,
} satisfies Endpoint;

export const RestorePageVersion = {
  method: 'post',
  path: `${PATH}/:n/restore`,
  permission: 'groupWork.write',
  summary:
    'Gives a page the text of a version again, as one more change: what stood there is kept as a version',
  params: OfVersion,
  response: PageVersionView,
} satisfies Endpoint;
