import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ProfileName, State } from './types.ts';

const DEBOUNCE_MS = 300;

/** The kept state; undefined when there is none, or it belongs to another profile. */
export function loadState(file: string, profile: ProfileName): State | undefined {
  if (!existsSync(file)) return undefined;
  const state = JSON.parse(readFileSync(file, 'utf8')) as State;
  return state.profile === profile ? state : undefined;
}

/** Keeps the state in a file: a little after changes, and when told. */
export class StateFile {
  private readonly file: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private state: State | undefined;

  constructor(file: string | undefined) {
    this.file = file;
  }

  watch(state: State): void {
    this.state = state;
  }

  changed(): void {
    if (this.file === undefined) return;
    this.timer ??= setTimeout(() => this.flush(), DEBOUNCE_MS);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.file === undefined || this.state === undefined) return;
    mkdirSync(dirname(this.file), { recursive: true });
    // Renaming is atomic: whoever reads sees the old state or the new one, never half of it.
    writeFileSync(`${this.file}.new`, JSON.stringify(this.state));
    renameSync(`${this.file}.new`, this.file);
  }
}
