import { type Connection, Schema } from 'mongoose';
import { defineCollection } from '../../platform/database/collection.ts';
import type { PostMove } from './moves.domain.ts';
import type { PostDocument } from './post-documents.store.ts';

/** That a post was brought to a place by an act of staff: the way back, and the way for whoever comes by an old link. */
export interface PlaceDocument extends Omit<PostMove, 'id'> {
  /** thread/n; no number is given twice. */
  readonly _id: string;
  readonly courseId: string;
  /** The act, or its undoing. */
  readonly act: string;
  readonly postId: string;
}

const required = { type: String, required: true };
const schema = new Schema<PlaceDocument>(
  {
    _id: required,
    courseId: required,
    act: required,
    postId: required,
    authorId: required,
    from: { type: Schema.Types.Mixed, required: true } as never,
    to: { type: Schema.Types.Mixed, required: true } as never,
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ courseId: 1, act: 1, _id: 1 })
  .index({ courseId: 1, act: 1, authorId: 1 });

/** Stages that bring the post along that stands in a place, or has stood there. */
export const wantedStages = (place: string) => [
  { $set: { wanted: { $literal: place } } },
  { $lookup: { from: 'posts', localField: 'wanted', foreignField: '_id', as: 'posts' } as const },
  { $lookup: { from: 'postPlaces', localField: 'wanted', foreignField: '_id', as: 'places' } as const },
  { $set: { places: '$places.postId' } },
  { $lookup: { from: 'posts', localField: 'places', foreignField: '_id', as: 'moved' } as const },
];

/** Queries of `postPlaces`: where posts were moved to. */
export function createPostPlaces(connection: Connection) {
  const Places = defineCollection(connection, 'postPlaces', schema);

  return {
    /** The post that was moved to a place, wherever it stands now. */
    async findStanding(courseId: string, place: string): Promise<PostDocument | null> {
      const found = await Places.findOne({ _id: place, courseId }, { postId: 1 }).lean<
        Pick<PlaceDocument, 'postId'>
      >();
      if (!found) return null;
      return connection
        .model<PostDocument>('posts')
        .findOne({ _id: found.postId, courseId })
        .lean<PostDocument>();
    },
  };
}
