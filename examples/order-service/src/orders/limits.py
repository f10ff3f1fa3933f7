"""How many requests one user may send."""

from collections import deque


class Limit:
    """At most count requests in the last seconds."""

    def __init__(self, count: int, seconds: float) -> None:
        if count < 1 or seconds <= 0:
            raise ValueError("count and seconds must be positive")
        self._count = count
        self._seconds = seconds
        self._times: deque[float] = deque()

    def takes(self, now: float) -> bool:
        """Whether one more request is let through; it counts if so."""
        while self._times and self._times[0] <= now - self._seconds:
            self._times.popleft()
        if len(self._times) >= self._count:
            return False
        self._times.append(now)
        return True

    def retry_after(self, now: float) -> float:
        """Seconds until the next request is let through."""
        if len(self._times) < self._count:
            return 0.0
        return max(0.0, self._times[0] + self._seconds - now)
