import { useEffect, useState } from 'react';

/** How often words such as "28 min" are worked out anew, in milliseconds. */
const TICK = 30_000;

/** The time, in milliseconds since 1970, renewed every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}
