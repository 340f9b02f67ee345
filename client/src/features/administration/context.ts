import { createContext, useContext } from 'react';
import type { z } from 'zod';
import type { ConsoleSessionView } from '../../../../server/src/contracts/administration.ts';
import type { ApiClient } from '../../app/api-client.ts';
import type { Format } from '../../i18n/format.ts';

export type ConsoleSession = z.output<typeof ConsoleSessionView>;

/** What every page of the console can rely on. */
export interface ConsoleContextValue {
  readonly api: ApiClient;
  readonly format: Format;
}

export const ConsoleContext = createContext<ConsoleContextValue | null>(null);

function useConsole(): ConsoleContextValue {
  const value = useContext(ConsoleContext);
  if (value === null) throw new Error('useConsole needs the console around it');
  return value;
}

export const useConsoleApi = (): ApiClient => useConsole().api;
export const useConsoleFormat = (): Format => useConsole().format;
