import type {
  ChecklistPhaseCount,
  ChecklistSignature,
  Gate,
  Outcome,
  Proof,
  Reason,
  SecurityCount,
  SecurityScanner,
  SecuritySeverity,
} from '@shipgate/schemas';

/** What the entity tab shows of one catalog entity. Times are ISO 8601 in UTC with milliseconds. */
export interface EntityDeployments {
  readonly entityRef: string;
  /** Null: the entity names no repository, or none of a host that this backend knows. */
  readonly repository: LinkedRepository | null;
  /** When the newest event or verdict of the repository came in; null: none so far. */
  readonly asOf: string | null;
  /** In pipeline order. */
  readonly environments: readonly EnvironmentState[];
  /** Commits that were deployed or judged, the newest first, at most `MOST_RELEASES`. */
  readonly releases: readonly Release[];
}

export const MOST_RELEASES = 10;

export interface LinkedRepository {
  /** Such as github.com. */
  readonly host: string;
  /** owner/name as the catalog says. */
  readonly slug: string;
  readonly url: string;
  /** GitHub's number of the repository, as text; null until an event of it has come in. */
  readonly id: string | null;
}

export interface EnvironmentState {
  /** As GitHub spells it; two spellings that differ in case are one environment. */
  readonly name: string;
  readonly isProduction: boolean;
  /** What runs there: the deployment with the newest success. Null: nothing was ever deployed there. */
  readonly current: CurrentDeployment | null;
  /** The newest deployment, when it is another one than `current`: on its way, or failed. */
  readonly latest: Deployment | null;
}

/** GitHub's states of a deployment; a state that GitHub invents later is passed on as it is. */
export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'pending'
  | 'queued'
  | 'success'
  | 'waiting'
  | (string & {});

export interface Deployment {
  /** GitHub's number, as text. */
  readonly id: string;
  readonly environment: string;
  /** The payload's `version`, else the tag or branch that was deployed, else the short commit. */
  readonly version: string;
  readonly commit: string;
  readonly state: DeploymentState;
  /** What the newest status says of itself. */
  readonly description: string | null;
  /** Percent of the traffic, from 0 to 100, that the newest status with such a number at its head tells of; else null. */
  readonly weight: number | null;
  /** What its statuses say, the oldest first; of more than `MOST_STEPS`, the newest ones. */
  readonly steps: readonly DeploymentStep[];
  /** Login of whoever started the run, else of whoever made the deployment; null where GitHub names nobody. */
  readonly by: string | null;
  readonly createdAt: string;
  /** Time of the newest status. */
  readonly updatedAt: string;
  /** The run, the log, or null. Only http and https. */
  readonly runUrl: string | null;
  /** Where the environment answers. Only http and https. */
  readonly environmentUrl: string | null;
}

export const MOST_STEPS = 50;

/** A status of a deployment that says something of itself. */
export interface DeploymentStep {
  /** When GitHub made the status. */
  readonly at: string;
  readonly state: DeploymentState;
  /** As it was written, by whoever may write deployment statuses. Never empty. */
  readonly description: string;
}

export interface CurrentDeployment extends Deployment {
  /** Time of the success status. */
  readonly since: string;
}

export interface Release {
  readonly commit: string;
  /** Of its newest deployment, else the ref that was judged. */
  readonly version: string;
  /** Names of the environments where it runs now. */
  readonly runsIn: readonly string[];
  /** In the order of `GATE_ORDER`; of several verdicts of one gate, the newest. */
  readonly gates: readonly GateResult[];
}

export const GATE_ORDER: readonly Gate[] = ['migrate-gate', 'checklist', 'security-scan', 'canary-promote'];

/** One gate's verdict, without most of its evidence, which `verdict(id)` has. */
export interface GateResult {
  readonly id: string;
  readonly gate: Gate;
  readonly outcome: Outcome;
  readonly headline: string;
  /** False: given on a pull request, where the change can alter what judges it. It never gates production. */
  readonly isGating: boolean;
  readonly event: string;
  readonly ref: string;
  /** Of the job that gave it; of a checklist from a job without one, what the checklist is about. */
  readonly environment: string | null;
  readonly run: { readonly id: string; readonly attempt: number; readonly url: string };
  /** When the gate was done, by its own clock. */
  readonly finishedAt: string;
  readonly toolVersion: string;
  readonly reasons: readonly ReasonSummary[];
  readonly proofs: readonly Proof[];
  /** Only of a checklist that got as far as its items. */
  readonly checklist?: ChecklistSummary;
  /** Only of a security-scan that got as far as its scanners. */
  readonly security?: SecuritySummary;
}

/** Who has signed, and how far the phases are. */
export interface ChecklistSummary {
  /** Each role that has to sign, in the order of the policy; none where nobody has to. */
  readonly signatures: readonly SignatureSummary[];
  /** In the order of the checklist. */
  readonly phases: readonly ChecklistPhaseCount[];
  /** Break-glass: what two people let through in spite of its reasons. */
  readonly override: OverrideSummary | null;
}

export interface SignatureSummary extends Pick<ChecklistSignature, 'role' | 'label' | 'state'> {
  /** Who has signed; null: nobody whose signature counts. */
  readonly login: string | null;
}

export interface OverrideSummary {
  readonly reason: string;
  readonly expires: string;
  /** Logins. */
  readonly people: readonly string[];
}

/** Which scanners answered, how much they found, and what of it is let through. What blocks is among the reasons. */
export interface SecuritySummary {
  /** In the order of the verdict. */
  readonly scanners: readonly ScannerSummary[];
  /** Of all findings. */
  readonly counts: Readonly<Record<'new' | 'known' | 'suppressed', Readonly<SecurityCount>>>;
  /** The worst first, at most `MOST_SUPPRESSED`; `counts` has all. */
  readonly suppressed: readonly SuppressedFinding[];
}

export const MOST_SUPPRESSED = 20;

export interface ScannerSummary
  extends Readonly<Pick<SecurityScanner, 'name' | 'version' | 'outcome' | 'findings' | 'reason' | 'seen'>> {
  /** The gate does not pass without its answer. */
  readonly required: boolean;
}

export interface SuppressedFinding {
  readonly title: string;
  readonly severity: SecuritySeverity;
  /** The advisory by which people know it, else the scanner's rule. */
  readonly id: string;
  readonly location: Pick<NonNullable<Reason['location']>, 'file' | 'line'> | null;
  /** Who lets it through gives it; null: nobody gave one. */
  readonly reason: string | null;
  /** The last day, such as 2027-01-31; null: it has no end. */
  readonly expires: string | null;
}

/** A reason without its evidence. */
export type ReasonSummary = Omit<Reason, 'evidence' | 'excerpt'>;
