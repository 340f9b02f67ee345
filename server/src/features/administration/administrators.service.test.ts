/** Who may use the console, and for how long: on a database, with a clock of the test's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createIndexes, openTestDatabase } from '../../../../test/factories/database.ts';
import type { Database } from '../../platform/database/connect.ts';
import { createInvitations, type Invitations } from '../../platform/invitations/index.ts';
import { type AdministratorsService, createAdministratorsService } from './administrators.service.ts';
import { createAdministratorStore } from './administrators.store.ts';

const HOUR = 3_600_000;
const BY_COMMAND = { actor: { kind: 'system', job: 'command line' }, requestId: null } as const;
const clock = { time: 0, now: () => new Date(clock.time) };
let database: Database;
let invitations: Invitations;
let administrators: AdministratorsService;

beforeAll(async () => {
  database = await openTestDatabase();
  const eventsWritten = (): void => undefined;
  invitations = createInvitations(database.connection, clock, eventsWritten);
  administrators = createAdministratorsService({
    store: createAdministratorStore(database.connection),
    invitations,
    clock,
    eventsWritten,
    publicUrl: 'https://tool.test',
  });
  await createIndexes(database.connection);
});
afterAll(() => database.close());
beforeEach(() => {
  clock.time = Date.parse('2026-01-01T08:00:00Z');
});

async function link(
  label: string,
  administratorId: string | null = null,
  by: object = BY_COMMAND,
): Promise<string> {
  const wanted = { kind: 'administrator', label, administratorId, days: 7 } as const;
  return (await invitations.make(wanted, by as typeof BY_COMMAND)).secret;
}

const signIn = async (secret: string) => await administrators.signIn(secret, 'request');
const byOf = (administratorId: string) => ({
  actor: { kind: 'administrator', administratorId } as const,
  requestId: 'request',
});

describe('a one-time link', () => {
  test('makes an administrator of whoever opens it, once', async () => {
    const secret = await link('Ada');
    const opened = await signIn(secret);
    expect(opened.view).toMatchObject({ administrator: { name: 'Ada' }, publicUrl: 'https://tool.test' });
    await expect(signIn(secret)).rejects.toMatchObject({ code: 'INVITATION_NOT_USABLE' });
    expect(await administrators.sessions.find(opened.secret)).toMatchObject({
      administrator: { name: 'Ada' },
    });
  });

  test('opened twice at the same moment makes one', async () => {
    const secret = await link('Twice');
    const attempts = await Promise.allSettled([signIn(secret), signIn(secret)]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const you = { id: 'x', name: '' };
    const { items } = await administrators.list(you);
    expect(items.filter(({ name }) => name === 'Twice')).toHaveLength(1);
  });

  test('for somebody known signs that person in again, in another browser too', async () => {
    const first = await signIn(await link('Bo'));
    const { id } = first.view.administrator;
    const second = await signIn(await link('Bo', id));
    expect(second.view.administrator).toEqual({ id, name: 'Bo' });
    expect(await administrators.sessions.find(first.secret)).not.toBeNull();
  });

  test('is not stored, nor is the secret of a session', async () => {
    const secret = await link('Cy');
    const session = await signIn(secret);
    for (const name of ['invitations', 'administrators', 'administratorSessions']) {
      const documents = JSON.stringify(await database.connection.collection(name).find().toArray());
      expect(documents).not.toContain(secret);
      expect(documents).not.toContain(session.secret);
    }
  });
});

describe('a session', () => {
  test('is over after twelve hours without use', async () => {
    const { secret } = await signIn(await link('Dee'));
    clock.time += 12 * HOUR;
    expect(await administrators.sessions.find(secret)).toBeNull();
  });

  test('lives on by use, and the browser is told so, for seven days at most', async () => {
    const { secret } = await signIn(await link('Eve'));
    for (let hours = 11; hours < 168; hours += 11) {
      clock.time += 11 * HOUR;
      expect(await administrators.sessions.find(secret)).toMatchObject({ renewed: hours < 168 });
      expect(await administrators.sessions.find(secret)).toMatchObject({ renewed: false });
    }
    clock.time += 11 * HOUR;
    expect(await administrators.sessions.find(secret)).toBeNull();
  });

  test('ends when one signs out, here and nowhere else', async () => {
    const here = await signIn(await link('Flo'));
    const elsewhere = await signIn(await link('Flo', here.view.administrator.id));
    const session = await administrators.sessions.find(here.secret);
    if (session) await administrators.signOut(session);
    expect(await administrators.sessions.find(here.secret)).toBeNull();
    expect(await administrators.sessions.find(elsewhere.secret)).not.toBeNull();
  });
});

describe('an administrator whose rights are taken', () => {
  test('is out at once, in every browser, with every link they made or were given', async () => {
    const gus = await signIn(await link('Gus'));
    const { id } = gus.view.administrator;
    const given = await link('Gus', id);
    const made = await link('Friend of Gus', null, byOf(id));
    const hal = (await signIn(await link('Hal'))).view.administrator;
    await administrators.revoke(id, hal, byOf(hal.id));
    expect(await administrators.sessions.find(gus.secret)).toBeNull();
    await expect(signIn(made)).rejects.toMatchObject({ details: { reason: 'INVITATION_REVOKED' } });
    await expect(signIn(given)).rejects.toMatchObject({ details: { reason: 'ADMINISTRATOR_REVOKED' } });
    // Again: nothing more happens, and nothing fails.
    await administrators.revoke(id, hal, byOf(hal.id));
    const { items } = await administrators.list(hal);
    expect(items.filter((item) => item.id === id)).toMatchObject([
      { name: 'Gus', status: 'revoked', isYou: false },
    ]);
  });

  test('cannot be oneself, so that somebody is left', async () => {
    const { administrator } = (await signIn(await link('Ida'))).view;
    await expect(
      administrators.revoke(administrator.id, administrator, byOf(administrator.id)),
    ).rejects.toMatchObject({ code: 'OWN_RIGHTS' });
  });
});
