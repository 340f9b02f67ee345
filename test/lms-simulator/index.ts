/** The LMS simulator: an LTI 1.3 platform for tests and for the demo. Start with `startSimulator`. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeApp } from './app.ts';
import { KeyRing } from './keys.ts';
import { Misbehaviour } from './misbehaviour.ts';
import { loadState, StateFile } from './persistence.ts';
import type { Platform } from './platform.ts';
import { canvas } from './profiles/canvas.ts';
import { moodle } from './profiles/moodle.ts';
import { strict } from './profiles/strict.ts';
import { RequestLog } from './request-log.ts';
import { seedDemo } from './seed.ts';
import { Simulator } from './simulator.ts';
import { emptyState, Institution } from './state.ts';
import { ToolKeys } from './tool-keys.ts';
import type { ProfileName } from './types.ts';

export { Simulator } from './simulator.ts';
export type { Registration } from './simulator.ts';
export { LeakyBucket } from './leaky-bucket.ts';
export type { Fault } from './misbehaviour.ts';
export type { LaunchRequest, LoginOptions, Tamper } from './oidc.ts';
export type { Course, LineItem, Person, ProfileName, ResourceLink } from './types.ts';

export interface SimulatorOptions {
  /** 0 (the default): any free port. */
  port?: number;
  profile?: ProfileName;
  /** `demo`: the course "Collab 101" with 14 people; `empty`: nothing. */
  seed?: 'demo' | 'empty';
  /** ms since the epoch; the real time when absent. */
  clock?: () => number;
  /** Keeps courses, grades and keys in this file, so that a restart goes on where it was. */
  persistFile?: string;
  /** The `iss` of tokens; the simulator's address when absent (hosted Canvas has one issuer for all schools). */
  issuer?: string;
}

const PROFILES = { moodle, canvas, strict };

/**
 * Starts an LMS. It listens on the loopback address and calls itself `http://localhost:<port>`, so that a tool on
 * `http://127.0.0.1:<port>` is another site to browsers.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const profile = PROFILES[options.profile ?? 'moodle'];
  const clock = options.clock ?? Date.now;
  const file = new StateFile(options.persistFile);
  const kept = options.persistFile === undefined ? undefined : loadState(options.persistFile, profile.name);
  const state = kept ?? emptyState(profile);
  file.watch(state);
  const institution = new Institution(state, profile, () => file.changed());
  if (!kept && options.seed !== 'empty') seedDemo(institution);
  const server = createServer();
  const url = `http://localhost:${await listen(server, options.port ?? 0)}`;
  const misbehaviour = new Misbehaviour();
  const platform: Platform = {
    url,
    issuer: options.issuer ?? url,
    profile,
    institution,
    keys: await KeyRing.open(state.keys),
    toolKeys: new ToolKeys(),
    misbehaviour,
    log: new RequestLog(),
    now: () => clock() + misbehaviour.clockSkewSeconds * 1000,
    launches: new Map(),
    tokens: new Map(),
    usedAssertions: new Set(),
    registrationTokens: new Map(),
  };
  server.on('request', makeApp(platform));
  return new Simulator(platform, async () => {
    file.flush();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

/** @returns the port */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
