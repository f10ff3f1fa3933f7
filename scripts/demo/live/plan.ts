// The plan of a live rollout: what the example's own plan says, in steps of seconds. Pure.
export interface LivePlan {
  readonly router: object;
  /** Addresses of the pods' metrics pages. */
  readonly canary: readonly string[];
  readonly stable: readonly string[];
}

export function livePlan({ router, canary, stable }: LivePlan): string {
  const targets = (arm: string, addresses: readonly string[]) =>
    addresses.map((address, pod) => ({ url: `${address}/metrics`, pod: `${arm}-${pod}`, arm }));
  return JSON.stringify({
    environment: 'production',
    steps: [10, 25, 50, 100].map((weight) => ({ weight, hold: '6s', max: '60s' })),
    interval: '1s',
    'request-timeout': '2s',
    // Seconds are too few to prove anything about rare errors: a release is let on when it does not fail one request in twenty.
    floor: '5%',
    metrics: [
      { name: 'errors', critical: true, total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
    ],
    triggers: { health: { path: '/health', failures: 3, window: '10s' } },
    'on-cancel': 'rollback',
    runbook: 'docs/runbooks/rollback.md',
    deployment: true,
    source: { kind: 'scrape', targets: [...targets('canary', canary), ...targets('stable', stable)] },
    router,
  });
}
