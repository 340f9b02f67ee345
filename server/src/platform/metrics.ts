import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { API } from '../contracts/paths.ts';
import { counted } from './database/round-trips.ts';
import { EVENT_STREAM } from './http/event-stream.ts';

export interface MetricOptions {
  /** Whether the database counts commands: each request's round trips are then a figure too. */
  readonly countCommands: boolean;
  /** The moment since which the oldest grade waits to be sent, or null. */
  oldestUnsentGradeAt(): Promise<Date | null>;
  /** The moment since which the oldest mail is overdue, or null. */
  oldestDueMailAt(): Promise<Date | null>;
}

export interface Metrics {
  readonly registry: Registry;
  /** Times every request by method, route pattern and status class: never by its full path. */
  readonly middleware: RequestHandler;
}

/** The process's figures for Prometheus. */
export function createMetrics(options: MetricOptions, now: () => Date): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'roundtable_http_request_duration_seconds',
    help: 'Time to answer, by method, route and status class',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const roundTrips = options.countCommands ? roundTripsOf(registry) : null;
  const addAge = (name: string, help: string, sinceOf: () => Promise<Date | null>): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const since = await sinceOf();
        this.set(since ? Math.max(0, (now().getTime() - since.getTime()) / 1000) : 0);
      },
    });
  };
  addAge(
    'roundtable_oldest_unsent_grade_seconds',
    'Age of the oldest grade that the LMS does not have yet; 0 when there is none',
    options.oldestUnsentGradeAt,
  );
  addAge(
    'roundtable_oldest_due_mail_seconds',
    'How long the mail that waits longest is overdue; 0 when none is',
    options.oldestDueMailAt,
  );
  const middleware: RequestHandler = (request, response, next) => {
    const end = duration.startTimer();
    const count = { commands: 0 };
    response.on('finish', () => {
      const { method } = request;
      // How long somebody listens says nothing of how fast the server is.
      if (response.getHeader('content-type') === EVENT_STREAM) return;
      // A router that a refusal has left names no base any more.
      const base = request.baseUrl || (request.originalUrl.startsWith(`${API}/`) ? API : '');
      const route = base + ((request.route as { path?: string } | undefined)?.path ?? '');
      end({ method, route, status: `${Math.floor(response.statusCode / 100)}xx` });
      roundTrips?.observe({ method, route }, count.commands);
    });
    if (roundTrips) counted(count, next);
    else next();
  };
  return { registry, middleware };
}

const roundTripsOf = (registry: Registry): Histogram<'method' | 'route'> =>
  new Histogram({
    name: 'roundtable_request_database_commands',
    help: 'Commands a request sent to the database, by method and route; background work aside',
    labelNames: ['method', 'route'],
    buckets: [0, 1, 2, 3, 4, 5, 6, 8, 12, 20],
    registers: [registry],
  });

/** Serves the figures on a port of their own, so that a proxy need not hide them. */
export async function serveMetrics(registry: Registry, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry
      .metrics()
      .then((text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text))
      .catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  return server;
}
