import { join } from 'node:path';
import { z } from 'zod';
import type { S3Options } from '../files/storage.ts';

/** Video rooms and boards that groups link to; names below them belong to them. */
const OUTSIDE_HOSTS = [
  'zoom.us',
  'teams.microsoft.com',
  'teams.live.com',
  'meet.google.com',
  'meet.jit.si',
  'webex.com',
  'whereby.com',
  'bigbluebutton.org',
  'miro.com',
  'mural.co',
  'klaxoon.com',
];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a port number' })
    .int({ error: 'must be a port number' })
    .min(0, { error: 'must be a port number' })
    .max(65_535, { error: 'must be a port number' })
    .default(fallback);

/** An empty variable counts as unset, as in `.env` files. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type);

const Environment = z.object({
  NODE_ENV: optional(z.enum(['production', 'development', 'test']).default('production')),
  PORT: optional(port(3000)),
  METRICS_PORT: optional(port(9464)),
  PUBLIC_URL: optional(
    z.url({ error: 'must be an address such as https://roundtable.example.edu' }).optional(),
  ),
  DATA_DIR: optional(z.string().default('./data')),
  MONGODB_URI: optional(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//, { error: 'must begin with mongodb:// or mongodb+srv://' })
      .optional(),
  ),
  LTI_PLATFORMS_FILE: optional(z.string().default('lti-config/platforms.json')),
  SECRET_KEY: optional(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/i, {
        error: 'must be 64 hexadecimal digits (make one with: openssl rand -hex 32)',
      })
      .optional(),
  ),
  SMTP_URL: optional(
    z
      .url({
        protocol: /^smtps?$/,
        error: 'must be an address such as smtps://name:password@mail.example.edu or smtp://localhost:25',
      })
      .optional(),
  ),
  MAIL_FROM: optional(
    z
      .string()
      .regex(/^([^<>@\p{C}]*<[^\s<>@\p{C}]+@[^\s<>@\p{C}]+>|[^\s<>@\p{C}]+@[^\s<>@\p{C}]+)$/u, {
        error: 'must be an e-mail address, or a name and one: Roundtable <noreply@example.edu>',
      })
      .optional(),
  ),
  FILES_DIR: optional(z.string().optional()),
  FILES_COURSE_MB: optional(
    z.coerce
      .number({ error: 'must be a number of megabytes' })
      .int({ error: 'must be a number of megabytes' })
      .min(1, { error: 'must be a number of megabytes' })
      .default(10_240),
  ),
  S3_BUCKET: optional(z.string().optional()),
  S3_REGION: optional(z.string().default('us-east-1')),
  S3_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: 'must be an address such as https://s3.example.edu' }).optional(),
  ),
  S3_ACCESS_KEY_ID: optional(z.string().optional()),
  S3_SECRET_ACCESS_KEY: optional(z.string().optional()),
  OUTSIDE_HOSTS: optional(
    z
      .string()
      .regex(/^[a-z0-9.-]+(\s*,\s*[a-z0-9.-]+)*$/i, {
        error: 'must be host names with commas between them, such as zoom.us, video.example.edu',
      })
      .default(OUTSIDE_HOSTS.join(',')),
  ),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
  TRUST_PROXY: optional(
    z.coerce
      .number({ error: 'must be the number of proxies in front of Roundtable' })
      .int()
      .min(0)
      .max(10)
      .default(0),
  ),
});

export interface Config {
  readonly environment: 'production' | 'development' | 'test';
  readonly port: number;
  readonly metricsPort: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDirectory: string;
  /** Null: the embedded database in `dataDirectory`. */
  readonly mongodbUri: string | null;
  readonly platformsFile: string;
  /** Whether the file was named, so that its absence is an error. */
  readonly platformsFileNamed: boolean;
  /** 32 bytes, or null: generated once into `dataDirectory`. */
  readonly secretKey: Buffer | null;
  /** Null: no mail is sent. The address holds a password: it is never logged. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  readonly files: FilesConfig;
  /** Hosts that groups may link to, with the names below them. */
  readonly outsideHosts: readonly string[];
  readonly logLevel: string;
  readonly trustProxy: number;
}

/** Where uploaded files are, and how much of them a course may have. */
export interface FilesConfig {
  readonly directory: string;
  /** Null: in `directory`. */
  readonly s3: S3Options | null;
  readonly courseBytes: number;
}

/** Thrown with one line per wrong variable, for a person at a terminal. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from the environment (spec/lti.md "Running the tool alone").
 *
 * @throws ConfigError naming every wrong variable and what it must be.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  const env = parsed.data;
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    metricsPort: env.METRICS_PORT,
    publicUrl: publicUrlOf(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`),
    dataDirectory: env.DATA_DIR,
    mongodbUri: env.MONGODB_URI ?? null,
    platformsFile: env.LTI_PLATFORMS_FILE,
    platformsFileNamed: Boolean(environment['LTI_PLATFORMS_FILE']),
    secretKey: env.SECRET_KEY ? Buffer.from(env.SECRET_KEY, 'hex') : null,
    mail: mailOf(env.SMTP_URL, env.MAIL_FROM),
    files: {
      directory: env.FILES_DIR ?? join(env.DATA_DIR, 'files'),
      s3: s3Of(env),
      courseBytes: env.FILES_COURSE_MB * 2 ** 20,
    },
    outsideHosts: env.OUTSIDE_HOSTS.split(',').map((host) => host.trim().toLowerCase()),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  };
}

function mailOf(smtpUrl: string | undefined, from: string | undefined): Config['mail'] {
  if (smtpUrl !== undefined && from !== undefined) return { smtpUrl, from };
  if (smtpUrl !== undefined) throw new ConfigError('MAIL_FROM must be set too when SMTP_URL is');
  if (from !== undefined) throw new ConfigError('SMTP_URL must be set too when MAIL_FROM is');
  return null;
}

function s3Of(env: z.output<typeof Environment>): S3Options | null {
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new ConfigError('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together');
  }
  if (env.S3_BUCKET === undefined) return null;
  return {
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT ?? null,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  };
}

function publicUrlOf(text: string): string {
  const url = new URL(text);
  const https = url.protocol === 'https:';
  if (!https && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new ConfigError('PUBLIC_URL must begin with https:// (http:// is for localhost alone)');
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new ConfigError(
      'PUBLIC_URL must be an origin without a path, such as https://roundtable.example.edu',
    );
  }
  return url.origin;
}
