import { useEffect, useState } from 'react';
import { useApp } from './context.ts';

const MINUTE_MS = 60_000;

/** The server's time in milliseconds, brought up to date every minute, for "in 3 hours": a device's clock may be wrong. */
export function useNow(): number {
  const { sessions } = useApp();
  const [now, setNow] = useState(() => sessions.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(sessions.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [sessions]);
  return now;
}
