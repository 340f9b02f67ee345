import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import { defineCollection } from '../../platform/database/collection.ts';
import type { PersonChoice, Reader } from './readers.domain.ts';

type ReaderDocument = Reader & {
  /** The member's id. */
  _id: string;
  courseId: string;
};
type PersonDocument = PersonChoice & {
  /** `personIdOf`. */
  _id: string;
};

const required = { type: String, required: true };
const optional = { type: String, default: null };
const mixed = { type: Schema.Types.Mixed, default: null } as never;
const options = { versionKey: false, strict: 'throw' } as const;

const readerSchema = new Schema<ReaderDocument>(
  {
    _id: required,
    courseId: required,
    locale: optional,
    zone: optional,
    frequency: optional as never,
    refusal: mixed,
  },
  options,
);

const personSchema = new Schema<PersonDocument>(
  { _id: required, frequency: required as never, quietHours: mixed, zone: optional },
  options,
);

export type ReaderStore = ReturnType<typeof createReaderStore>;

/** Queries of `noticeReaders` (members as readers) and `noticePeople` (what a person chose for all courses). */
export function createReaderStore(connection: Connection) {
  const Readers = defineCollection(connection, 'noticeReaders', readerSchema);
  const People = defineCollection(connection, 'noticePeople', personSchema);

  async function change(scope: CourseScope, memberId: string, fields: Partial<Reader>): Promise<void> {
    await Readers.updateOne({ _id: memberId, courseId: scope.courseId }, { $set: fields }, { upsert: true });
  }

  return {
    async findReader(scope: CourseScope, memberId: string): Promise<Reader | null> {
      const found = await Readers.findOne({
        _id: memberId,
        courseId: scope.courseId,
      }).lean<ReaderDocument>();
      if (!found) return null;
      const { _id, courseId, ...reader } = found;
      return reader;
    },

    savePlace: (scope: CourseScope, memberId: string, place: Pick<Reader, 'locale' | 'zone'>) =>
      change(scope, memberId, place),

    saveFrequency: (scope: CourseScope, memberId: string, frequency: Reader['frequency']) =>
      change(scope, memberId, { frequency }),

    saveRefusal: (scope: CourseScope, memberId: string, refusal: Reader['refusal']) =>
      change(scope, memberId, { refusal }),

    async findPerson(personId: string): Promise<PersonChoice | null> {
      const found = await People.findOne({ _id: personId }).lean<PersonDocument>();
      return found && { frequency: found.frequency, quietHours: found.quietHours, zone: found.zone };
    },

    async savePerson(personId: string, choice: PersonChoice): Promise<void> {
      await People.updateOne({ _id: personId }, { $set: choice }, { upsert: true });
    },
  };
}
