import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AUTHOR, sample } from '../../../../test/factories/documents.ts';
import { buildCaller, type FileWorld, openFileWorld } from '../../../../test/factories/files.ts';
import { buildScope } from '../../../../test/factories/peer-review.ts';
import { AppError } from '../../core/app-error.ts';
import { newId } from '../../core/ids.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { FileAccess } from './files.domain.ts';

const MB = 2 ** 20;
const text = (length: number): Uint8Array => Buffer.alloc(length, 'bridge ');
const refusal = (code: string) => expect.objectContaining({ code });

/** What the item allows at the moment. */
const item = { open: true, anonymous: false, access: null as FileAccess | null, inUse: new Set<string>() };
let world: FileWorld;
let scope: ReturnType<typeof buildScope>;
let ada: Caller;
let bo: Caller;
let itemId: string;

beforeAll(async () => {
  world = await openFileWorld({
    async requireUpload() {
      if (!item.open) throw new AppError('SUBMISSIONS_CLOSED');
    },
    isAnonymous: () => Promise.resolve(item.anonymous),
    accessTo: (_caller, files) =>
      Promise.resolve(new Map(item.access ? files.map(({ id }) => [id, item.access as FileAccess]) : [])),
    filesInUse: () => Promise.resolve(item.inUse),
  });
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(item, { open: true, anonymous: false, access: null, inUse: new Set() });
  world.clock.time = '2027-03-01T10:00:00Z';
  scope = buildScope();
  ada = buildCaller(scope, 'Ada');
  bo = buildCaller(scope, 'Bo');
  itemId = newId();
});

describe('an upload', () => {
  test('comes in pieces, in any order and twice, and is whole when it is finished', async () => {
    const content = text(2 * MB + 5);
    const { id, chunks } = await world.create(ada, itemId, content.length);
    expect(chunks).toBe(3);
    const piece = (index: number) => content.subarray(index * MB, (index + 1) * MB);
    await world.put(ada, id, 2, piece(2));
    await world.put(ada, id, 0, piece(0));
    await expect(world.finish(ada, id)).rejects.toMatchObject({
      code: 'FILE_INCOMPLETE',
      details: { missing: 1 },
    });
    await world.put(ada, id, 0, piece(0));
    await world.put(ada, id, 1, piece(1));
    expect(await world.finish(ada, id)).toMatchObject({
      state: 'ready',
      type: 'text/plain',
      received: [0, 1, 2],
    });
    const read = await world.read((await world.link(ada, id)) ?? '');
    expect(read?.content.equals(content)).toBe(true);
    // Everything again, as a client does that never saw the answers.
    expect(await world.put(ada, id, 1, piece(1))).toMatchObject({ state: 'ready' });
    expect(await world.finish(ada, id)).toMatchObject({ state: 'ready' });
  });

  test('announced again, it says how far it came; with another size it is another file', async () => {
    const id = newId();
    await world.create(ada, itemId, 2 * MB, { id });
    await world.put(ada, id, 1, text(MB));
    expect(await world.create(ada, itemId, 2 * MB, { id })).toMatchObject({ received: [1] });
    expect((await world.unfinished(ada, itemId)).files).toMatchObject([{ id, received: [1] }]);
    expect((await world.unfinished(bo, itemId)).files).toEqual([]);
    await expect(world.create(ada, itemId, 3 * MB, { id })).rejects.toEqual(refusal('FILE_ID_TAKEN'));
    await expect(world.create(bo, itemId, 2 * MB, { id })).rejects.toEqual(refusal('FILE_ID_TAKEN'));
  });

  test('nothing of it can be read before it is finished', async () => {
    const { id } = await world.create(ada, itemId, 10);
    await world.put(ada, id, 0, text(10));
    expect(await world.link(ada, id)).toBeNull();
  });

  test.each([
    ['an empty file', 0, 'FILE_EMPTY'],
    ['a file beyond the limit', 4 * MB + 1, 'FILE_TOO_LARGE'],
  ])('%s is refused before a byte is sent', async (_what, size, code) => {
    await expect(world.create(ada, itemId, size)).rejects.toEqual(refusal(code));
  });

  test.each([
    ['a piece that is too short', 0, 5],
    ['a piece that is too long', 0, 11],
    ['a piece that there is not', 1, 10],
  ])('%s is refused', async (_what, index, length) => {
    const { id } = await world.create(ada, itemId, 10);
    await expect(world.put(ada, id, index, text(length))).rejects.toEqual(refusal('BAD_REQUEST'));
  });

  test('what an item refuses is refused, and so is an item that nobody knows', async () => {
    item.open = false;
    await expect(world.create(ada, itemId, 10)).rejects.toEqual(refusal('SUBMISSIONS_CLOSED'));
    const unknown = { id: newId(), item: { kind: 'unknown', id: itemId }, name: 'x', size: 1 };
    await expect(world.callCreate(ada, unknown)).rejects.toEqual(refusal('NOT_FOUND'));
  });

  test('another’s upload cannot be written, finished or removed, in this course or another', async () => {
    const { id } = await world.create(ada, itemId, 10);
    for (const stranger of [bo, buildCaller(buildScope(), 'Ada')]) {
      await expect(world.put(stranger, id, 0, text(10))).rejects.toEqual(refusal('NOT_FOUND'));
      await expect(world.finish(stranger, id)).rejects.toEqual(refusal('NOT_FOUND'));
      await world.remove(stranger, id).catch((error: unknown) => expect(error).toEqual(refusal('NOT_FOUND')));
    }
    expect(await world.put(ada, id, 0, text(10))).toMatchObject({ received: [0] });
  });
});

describe('limits', () => {
  test('so many files for one item, until they are handed in', async () => {
    const first = await world.upload(ada, itemId, text(10));
    await world.upload(ada, itemId, text(10));
    await world.upload(ada, itemId, text(10));
    await expect(world.create(ada, itemId, 10)).rejects.toMatchObject({
      code: 'FILES_TOO_MANY',
      details: { max: 3 },
    });
    await world.files.keep(scope, { kind: 'essay', id: itemId }, [first.id]);
    await world.create(ada, itemId, 10);
    await world.create(bo, itemId, 10);
  });

  test('so many bytes for one item, and for the course', async () => {
    await world.create(ada, itemId, 4 * MB);
    await expect(world.create(ada, itemId, 3 * MB)).rejects.toEqual(refusal('FILES_TOO_LARGE_TOGETHER'));
    await world.create(bo, itemId, 4 * MB);
    await expect(world.create(buildCaller(scope, 'Chi'), itemId, 2 * MB)).rejects.toEqual(
      refusal('COURSE_FILES_FULL'),
    );
    // What was refused takes no room.
    await world.create(buildCaller(scope, 'Chi'), itemId, MB);
  });

  test('two at once cannot both take the last room', async () => {
    await world.create(ada, itemId, 4 * MB);
    const others = ['Bo', 'Chi', 'Dov'].map((name) => world.create(buildCaller(scope, name), itemId, 3 * MB));
    const taken = (await Promise.allSettled(others)).filter(({ status }) => status === 'fulfilled');
    expect(taken.length).toBeLessThanOrEqual(1);
  });
});

describe('what is in it', () => {
  test('a type that is not taken is refused and removed', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
    await expect(world.upload(ada, itemId, program, 'essay.pdf')).rejects.toEqual(
      refusal('FILE_TYPE_REFUSED'),
    );
    await world.sweepAt('2027-03-01T10:00:01Z');
    expect(world.onDisk(scope)).toEqual([]);
  });

  test.each([
    ['photo.jpg', 'photo.jpg'],
    ['photo.png', 'photo.png.jpg'],
    ['photo', 'photo.jpg'],
    ['photo.jpg.exe', 'photo.jpg.exe.jpg'],
    ['../../etc/photo.jpg', 'photo.jpg'],
    ['photo\u202egpj.exe', 'photogpj.exe.jpg'],
    ['...', 'file.jpg'],
  ])('%j is saved as %j', async (name, saved) => {
    expect(await world.upload(ada, itemId, sample('photo.jpg'), name)).toMatchObject({
      name: saved,
      type: 'image/jpeg',
    });
  });

  test('for readers who must not know, the author is taken out and the name too; the owner has both', async () => {
    item.anonymous = true;
    const { id } = await world.upload(ada, itemId, sample('essay.pdf'), 'Ada Author – essay.pdf');
    item.access = 'anonymous';
    const shown = await world.read((await world.link(bo, id)) ?? '');
    expect(shown?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(shown?.content.includes(AUTHOR)).toBe(false);
    expect(shown?.name).toMatch(/^file-[0-9a-f]{6}\.pdf$/);
    const own = await world.read((await world.link(ada, id)) ?? '');
    expect(own?.name).toBe('Ada Author – essay.pdf');
    expect(own?.content.equals(Buffer.from(sample('essay.pdf')))).toBe(true);
  });

  test('what was uploaded before anybody had to be unknown is made anonymous when it is first read', async () => {
    const { id } = await world.upload(ada, itemId, sample('photo.jpg'));
    item.access = 'anonymous';
    const links = await Promise.all([world.link(bo, id), world.link(bo, id)]);
    for (const link of links) expect((await world.read(link ?? ''))?.content.includes(AUTHOR)).toBe(false);
  });

  test('what cannot be made anonymous is refused where it has to be, and never shown where it was not', async () => {
    const damaged = sample('photo.jpg').subarray(0, 300);
    item.anonymous = true;
    await expect(world.upload(ada, itemId, damaged, 'photo.jpg')).rejects.toEqual(
      refusal('FILE_NOT_ANONYMOUS'),
    );
    item.anonymous = false;
    const { id } = await world.upload(ada, itemId, damaged, 'photo.jpg');
    item.access = 'anonymous';
    expect(await world.link(bo, id)).toBeNull();
    item.access = 'whole';
    expect(await world.link(bo, id)).not.toBeNull();
  });
});

describe('a link', () => {
  test('is for those who may see the file: nobody else of the course, nobody of another', async () => {
    const { id } = await world.upload(ada, itemId, text(10));
    expect(await world.link(bo, id)).toBeNull();
    expect(await world.link(buildCaller(buildScope(), 'Ada'), id)).toBeNull();
    item.access = 'whole';
    expect(await world.link(bo, id)).not.toBeNull();
    expect(await world.link(buildCaller(buildScope(), 'Bo'), id)).toBeNull();
  });

  test('ends after five minutes, and when the file is removed', async () => {
    const { id } = await world.upload(ada, itemId, text(10));
    const secret = (await world.link(ada, id)) ?? '';
    world.clock.time = '2027-03-01T10:04:59Z';
    expect(await world.read(secret)).not.toBeNull();
    world.clock.time = '2027-03-01T10:05:00Z';
    expect(await world.read(secret)).toBeNull();
    const another = (await world.link(ada, id)) ?? '';
    await world.remove(ada, id);
    expect(await world.read(another)).toBeNull();
  });

  test('its secret is stored nowhere', async () => {
    const { id } = await world.upload(ada, itemId, text(10));
    const secret = (await world.link(ada, id)) ?? '';
    expect(JSON.stringify(await world.storedLinks())).not.toContain(secret);
    expect((await world.storedLinks()).length).toBeGreaterThan(0);
  });
});

describe('keeping and cleaning up', () => {
  const keep = (ids: string[], owner = ada) =>
    world.files.keep(scope, { kind: 'essay', id: itemId }, ids, owner.member.id);

  test('a file that was handed in cannot be removed, and outlives every clean-up', async () => {
    const { id } = await world.upload(ada, itemId, text(10));
    await keep([id]);
    await expect(world.remove(ada, id)).rejects.toEqual(refusal('FILE_IN_USE'));
    await world.sweepAt('2028-01-01T00:00:00Z');
    expect(await world.link(ada, id)).not.toBeNull();
  });

  test.each([
    ['another’s', async () => (await world.upload(bo, itemId, text(10))).id],
    ['one for another item', async () => (await world.upload(ada, newId(), text(10))).id],
    ['one that is not finished', async () => (await world.create(ada, itemId, 10)).id],
    ['one that there is not', () => Promise.resolve(newId())],
  ])('nobody hands in %s', async (_what, make) => {
    const own = (await world.upload(ada, itemId, text(10))).id;
    await expect(keep([own, await make()])).rejects.toEqual(refusal('FILE_MISSING'));
    // Nothing was kept by the way.
    expect(await world.remove(ada, own)).toEqual({ removed: true });
  });

  test('after a day, what was broken off or is used nowhere goes, with its content; what a draft uses stays', async () => {
    const broken = await world.create(ada, itemId, 2 * MB);
    await world.put(ada, broken.id, 0, text(MB));
    const forgotten = await world.upload(ada, itemId, text(10));
    const drafted = await world.upload(ada, itemId, text(10));
    item.inUse.add(drafted.id);
    await world.sweepAt('2027-03-02T09:59:59Z');
    expect(world.onDisk(scope).sort()).toEqual([broken.id, forgotten.id, drafted.id].sort());
    await world.sweepAt('2027-03-02T10:00:01Z');
    expect(world.onDisk(scope)).toEqual([drafted.id]);
    expect(await world.link(ada, forgotten.id)).toBeNull();
    await world.sweepAt('2027-03-03T10:00:01Z');
    expect(world.onDisk(scope)).toEqual([drafted.id]);
    item.inUse.clear();
    await world.sweepAt('2027-03-05T10:00:01Z');
    expect(world.onDisk(scope)).toEqual([]);
  });

  test('a piece that comes after its file was removed and cleaned up leaves nothing behind', async () => {
    const { id } = await world.create(ada, itemId, 2 * MB);
    const late = world.put(ada, id, 0, text(MB));
    await world.remove(ada, id);
    await world.sweepAt('2027-03-01T10:00:01Z');
    await late.catch((error: unknown) => expect(error).toEqual(refusal('NOT_FOUND')));
    await world.sweepAt('2027-03-01T11:00:02Z');
    expect(world.onDisk(scope)).toEqual([]);
  });
});
