import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time in milliseconds, brought up to date every minute, for "in 3 hours". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
