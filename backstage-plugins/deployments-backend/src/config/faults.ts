/** One thing that is wrong with the configuration. */
export interface ConfigFault {
  /** Such as `deployments.github[0].oidc.audience`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly do: string;
}

/** Everything that is wrong with `deployments` in app-config, at once. Backstage does not start. */
export class ConfigurationError extends Error {
  readonly faults: readonly ConfigFault[];
  constructor(faults: readonly ConfigFault[]) {
    super(
      `${faults.length === 1 ? '1 fault' : `${faults.length} faults`} in app-config\n${faults.map(say).join('\n')}`,
    );
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

function say(fault: ConfigFault): string {
  return `${fault.path}\n  expected: ${fault.expected}\n  got: ${fault.got}\n  do: ${fault.do}`;
}

/** How a value looks in a fault. Never for secrets. */
export function looks(value: unknown): string {
  if (value === undefined) return 'nothing';
  return JSON.stringify(value).slice(0, 200);
}
