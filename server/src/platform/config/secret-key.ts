import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

const FILE = 'secret-key';

/**
 * The installation's secret (32 bytes) when `SECRET_KEY` is unset: read from the data directory, made there once.
 * All instances on one database need the same, so a shared database wants `SECRET_KEY`.
 */
export function secretKeyIn(dataDirectory: string): Buffer {
  const path = join(dataDirectory, FILE);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  try {
    // 'wx' makes exactly one of two starting processes the maker.
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new ConfigError(`${path} must hold 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}
