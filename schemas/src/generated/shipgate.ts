// Made from schemas/shipgate.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.

/** What it is for. */
export type EnvironmentKind = 'development' | 'ci' | 'staging' | 'pre-production' | 'production';
/** Whose rules the files follow; found from the folder when absent. */
export type MigrationTool = 'golang-migrate' | 'goose' | 'dbmate' | 'diesel' | 'sqlx' | 'flyway';
export type MigrationProof = 'round-trip' | 'schema' | 'hygiene';
/** A weight in percent, or a map. */
export type CanaryStep =
  | {
      /** Percent of the traffic on the canary. */
      weight: number;
      /** The step lasts at least this long. */
      hold?: string;
      /** at-max decides when it lasted this long. */
      max?: string;
      /** A person lets the step go on, by the command approve. Not with router none: the run ends unknown there. */
      manual?: boolean;
    }
  | number;
export type Duration = string;
/** Share of failed requests: 5 % in 5 minutes when left out. */
export type CanaryRateTrigger =
  | {
      /** Bad is above this. */
      above: string | number;
      /** Over this time. */
      window?: string;
    }
  | string;
/** Quantile of the latency: p95 above 2000 ms in 5 minutes when all are left out. */
export type CanaryLatencyTrigger =
  | {
      /** Bad is above this. */
      above: string;
      /** Over this time. */
      window?: string;
    }
  | string;
/** Failed health checks: 3 in 2 minutes at /health when left out. */
export type CanaryHealthTrigger =
  | {
      /** Asked of every canary pod. */
      path?: string;
      /** In its place a gauge that is 1 when a pod is healthy. */
      series?: string;
      /** This many. */
      failures?: number;
      /** Within this time. */
      window?: string;
    }
  | string;
/** Watched after the last step: a duration, or a map. A limit that is left out has its default; off switches it off. */
export type CanarySoak =
  | {
      /** Watched this long. */
      duration?: string;
      /** Breached above this. */
      'error-rate'?: string | number;
      /** Breached above this. */
      'latency-p95'?: string;
      /** Breached below this. */
      availability?: string | number;
      /** Breached above this many firing critical alerts. */
      'critical-alerts'?: number | string;
    }
  | string;
export type VariableName = string;
export type KubeName = string;
export type ChecklistPath = string;
/** accept: a tick is a claim, shown as one, and whoever signs answers for it; reject: only evidence makes an item done. */
export type ChecklistClaims = 'accept' | 'reject';
export type ChecklistPhaseName = number | string;
export type ChecklistKey = string;
export type ChecklistUser =
  | string
  | {
      /** As on GitHub, without @. */
      login: string;
      /** The number that stays when the login changes. */
      id?: number;
    };
export type SecurityScannerName =
  | 'secrets'
  | 'npm-audit'
  | 'manifests'
  | 'tsc'
  | 'pip-audit'
  | 'bandit'
  | 'gitleaks'
  | 'gitleaks-dir'
  | 'trufflehog'
  | 'buf'
  | 'oasdiff'
  | 'openapi-diff';
export type SecurityReport = string;
export type SecurityGlob = string;
export type Share = string | number;
export type LabelName = string;
export type CanaryName = string;
export type CanaryLimit = string | number;
export type ShareOrOff = string | number;
export type CalendarMoment = string;
export type ClockTime = string;
export type SecurityPath = string;

/** .github/shipgate.yml: one service, its environments, and a section per gate. Sections of gates that this version does not know are read by others: they only warn. */
export interface ShipgateFile {
  /** Version of this file's format; this release reads 1. */
  version: 1;
  service?: Service;
  /** In the order of the pipeline. */
  environments?: Environment[];
  migrations?: Migrations;
  canary?: Canary;
  checklist?: Checklist;
  security?: Security;
}
/** The service that this repository releases. */
export interface Service {
  /** As in the catalog. */
  name: string;
  /** Catalog reference of the owner. */
  owner?: string;
}
/** One environment of the pipeline; names differ by more than case. */
export interface Environment {
  /** As in GitHub's environments. */
  name: string;
  kind?: EnvironmentKind;
  /** Where the service answers. */
  url?: string;
}
/** Section of migrate-gate. */
export interface Migrations {
  /** Folder of the migrations, from the top of the repository. */
  path?: string;
  tool?: MigrationTool;
  /** new: the migrations of this change; all: the whole history. */
  scope?: 'new' | 'all';
  /** Also the whole history up, all the way down, and up. */
  chain?: boolean;
  /** SQL file run first in every database: roles, extensions, tables that the tool expects. */
  setup?: string;
  /** JSON file of known old faults, which do not block. */
  baseline?: string;
  /** Longest time for one migration in one direction. */
  'step-timeout'?: string;
  /** Proofs without which the gate does not pass. */
  required?: MigrationProof[];
  /** Whether `-- shipgate: allow` comments in migrations count. */
  'inline-allowances'?: boolean;
  /** Least severity that blocks. */
  'fail-on'?: 'error' | 'warning';
}
/** Section of canary-promote. */
export interface Canary {
  /** canary: 10, 25, 50, 100 %; rolling: 25, 50, 75, 100 % of the replicas; blue-green: all at once. */
  strategy?: 'canary' | 'blue-green' | 'rolling';
  /** Where the release goes: one of environments, when those are listed. */
  environment?: string;
  /** Weights rise; the last may be 100. Left out, they are the strategy's own. */
  steps?: CanaryStep[];
  /** What is counted in the first seconds of each step is not used. */
  'warm-up'?: string;
  /** Length of a stratum: one scrape interval. */
  interval?: string;
  /** Longest time of one request: that long after a change of weight nothing is counted. */
  'request-timeout'?: string;
  /** What the canary is compared with: the running stable release, or fresh pods of it. */
  baseline?: 'stable' | 'fresh';
  /** evidence: by e-processes within alpha; literal: triggers as written; burn-rate: windows of burn-rate. */
  mode?: 'evidence' | 'literal' | 'burn-rate';
  /** Probability of rolling back a release that is as good as stable, over the whole rollout. */
  alpha?: string | number;
  /** Probability, per step, of promoting a release with twice the errors of stable. */
  beta?: string | number;
  /** The canary may fail this many times as often as stable. */
  margin?: number;
  /** Below this error rate a promotion claims nothing; off: it goes by the comparison alone. */
  floor?: string | number;
  /** independent allows test S: requests do not disturb each other, and both arms are read at the same moment. */
  assume?: 'exchangeable' | 'independent';
  /** auto: the first of P, R at 15 s, R at 60 s that the placebo accepts. */
  test?: 'auto' | 'P' | 'R' | 'S';
  arms?: CanaryArms;
  /** What is counted in both arms. */
  metrics?: CanaryMetric[];
  /** Limits on single values, which guard outside alpha. */
  gauges?: CanaryGauge[];
  triggers?: CanaryTriggers;
  'burn-rate'?: CanaryBurnRate;
  /** What happens when nothing usable came for no-data-after. */
  'no-data'?: 'hold' | 'rollback' | 'fail';
  /** This long without a usable stratum. */
  'no-data-after'?: string;
  /** What a cancelled job leaves: the weight as it is, or all on stable. Without effect with router none. */
  'on-cancel'?: 'hold' | 'rollback';
  /** What happens to a step that lasted for its max without a decision. */
  'at-max'?: 'hold' | 'promote' | 'rollback';
  soak?: CanarySoak;
  source?: CanarySource;
  router?: CanaryRouter;
  /** Times in which nothing is rolled out. */
  freeze?: CanaryFreeze[];
  /** Times in which alone something is rolled out; left out, any time. */
  windows?: CanaryWindow[];
  /** Tells every step as a status of a GitHub deployment; permission deployments: write. Backstage shows them. */
  deployment?: boolean;
  'after-rollback'?: CanaryAfterRollback;
  /** Page about the way back, from the top of the repository. */
  runbook?: string;
}
/** How series tell the two releases apart. */
export interface CanaryArms {
  /** Label of the release. */
  label?: string;
  /** Label of the pod. */
  pod?: string;
  /** Value of the label for the canary; left out, the version that the action was given. */
  canary?: string;
  /** Value for stable; left out, the one other value there is. */
  stable?: string;
}
/** Errors by total and bad, or latency by histogram and edge. */
export interface CanaryMetric {
  /** Unique among metrics and gauges. */
  name: string;
  /** Share of the evidence; the weights are brought to a sum of 1. */
  weight?: number;
  /** Without its proof no step is promoted. */
  critical?: boolean;
  /** Shown, but decides nothing. */
  'dry-run'?: boolean;
  /** Selector of the counter of all requests. */
  total?: string;
  /** Selector of the counter of those that failed. */
  bad?: string;
  /** Selector of a histogram without _bucket, classic or native. */
  histogram?: string;
  /** Bad is slower than this: one duration, or up to six that rise. */
  edge?: string | Duration[];
}
/** One value and its limit. */
export interface CanaryGauge {
  /** Unique among metrics and gauges. */
  name: string;
  /** PromQL that answers with one series. */
  query: string;
  /** Bad is above this. */
  above?: string | number;
  /** Bad is below this. */
  below?: string | number;
  /** The limit is passed this long without a break. */
  for?: string;
  /** What happens then. */
  action?: 'rollback' | 'hold' | 'warn';
}
/** Absolute limits on the canary. A limit that is left out has its default; off switches it off. */
export interface CanaryTriggers {
  'error-rate'?: CanaryRateTrigger;
  'latency-p50'?: CanaryLatencyTrigger;
  'latency-p90'?: CanaryLatencyTrigger;
  'latency-p95'?: CanaryLatencyTrigger;
  'latency-p99'?: CanaryLatencyTrigger;
  health?: CanaryHealthTrigger;
}
/** Read in mode burn-rate. */
export interface CanaryBurnRate {
  /** Objective, such as 99.9%. */
  slo: string | number;
  /** Left out: 1h and 5m at 14.4, 6h and 30m at 6. */
  windows?: CanaryBurnWindow[];
}
/** Both windows burn faster than factor times the budget. */
export interface CanaryBurnWindow {
  /** The window that shows it matters. */
  long: string;
  /** The window that shows it goes on. */
  short: string;
  /** Times the budget. */
  factor: number;
}
/** Where the counts come from. Secrets stand in environment variables; the file names those. */
export interface CanarySource {
  /** prometheus: its HTTP API; scrape: the pods' own metrics pages; recorded: a file of an earlier run. */
  kind: 'prometheus' | 'scrape' | 'recorded';
  /** prometheus: its address. */
  url?: string;
  /** prometheus: variable that holds a bearer token. */
  'token-env'?: string;
  /** prometheus: variable that holds user:password. */
  'basic-env'?: string;
  /** prometheus: header, and the variable that holds its value. */
  'headers-env'?: {
    [k: string]: VariableName;
  };
  /** prometheus: certificate authority, PEM. */
  'ca-file'?: string;
  /** prometheus: client certificate, PEM. */
  'cert-file'?: string;
  /** prometheus: key of the client certificate, PEM. */
  'key-file'?: string;
  /** scrape: the pods. */
  targets?: CanaryTarget[];
  /** recorded: the samples of an earlier run. */
  file?: string;
  /** prometheus, scrape: longest time of one answer. */
  timeout?: string;
}
/** One pod's metrics page. */
export interface CanaryTarget {
  /** Page in OpenMetrics or Prometheus text. */
  url: string;
  /** Its name, once in the list. */
  pod: string;
  /** Which release it runs. */
  arm: 'canary' | 'stable';
}
/** What moves the traffic. Each kind has its own keys. */
export interface CanaryRouter {
  /** none: somebody else moves it, by what the run says. */
  kind:
    'none' | 'istio' | 'gateway-api' | 'argo-rollouts' | 'replicas' | 'rolling' | 'blue-green' | 'haproxy' | 'gitops';
  /** Kubernetes: context of the kubeconfig; left out, its current one, or the cluster that the run is in. */
  context?: string;
  /** Kubernetes: left out, the context's. */
  namespace?: string;
  /** Kubernetes: whether to begin on a route that Argo CD or Flux manages; accept when it ignores the weights. */
  managed?: 'refuse' | 'accept';
  /** Kubernetes: the Deployment whose ready pods are stable's capacity; looked at before the traffic goes back. */
  'stable-deployment'?: string;
  /** istio: the VirtualService. */
  'virtual-service'?: string;
  /**
   * istio: names of the http routes to move; left out, all that have the pair.
   *
   *
   * Items: Name of an http route.
   */
  routes?: string[];
  /** gateway-api: the HTTPRoute. */
  'http-route'?: string;
  /** argo-rollouts: the Rollout. */
  rollout?: string;
  /** rolling: the Deployment that Kubernetes rolls. */
  deployment?: string;
  /** blue-green: the Service whose selector is switched. */
  service?: string;
  /** blue-green: key of the selector. */
  label?: string;
  /** replicas: pods of both Deployments together; left out, what stable has before. */
  total?: number;
  /** Stable: istio a subset or host; gateway-api a Service; blue-green the value of label; replicas a Deployment; haproxy servers. */
  stable?: string | KubeName[];
  /** Canary: istio a subset or host; gateway-api a Service; blue-green the value of label; replicas a Deployment; haproxy servers. */
  canary?: string | KubeName[];
  /** haproxy: path of the runtime API's socket, or host:port. */
  socket?: string;
  /** haproxy: the backend. */
  backend?: string;
  /** haproxy: folder for the record and the lock of the rollout, on the runner's machine. */
  state?: string;
  /** gitops: the repository that Argo CD or Flux reads. */
  repository?: string;
  /** gitops: its branch. */
  branch?: string;
  /** gitops: the file with the weight, from the top of that repository. */
  file?: string;
  /** gitops: JSON Pointer of the one number that is the canary's weight in percent. */
  pointer?: string;
  /** gitops: variable that holds a token for that repository alone. */
  'token-env'?: string;
  /** gitops: ask by a pull request that people merge, in place of a commit. */
  'pull-request'?: boolean;
  live?: CanaryLiveRoute;
}
/** gitops: the route in the cluster, where the weight arrives; read, never written. */
export interface CanaryLiveRoute {
  /** What the route is. */
  kind: 'istio' | 'gateway-api';
  /** Kubernetes: context of the kubeconfig; left out, its current one, or the cluster that the run is in. */
  context?: string;
  /** Kubernetes: left out, the context's. */
  namespace?: string;
  /** istio: the VirtualService. */
  'virtual-service'?: string;
  /** gateway-api: the HTTPRoute. */
  'http-route'?: string;
  /** Subset, host or Service. */
  stable: string;
  /** Subset, host or Service. */
  canary: string;
}
/** No rollout begins or goes on between these moments; taking it back is always allowed. */
export interface CanaryFreeze {
  /** First moment. */
  from: string;
  /** First moment behind it; a day counts whole. */
  to: string;
  /** Shown to whoever meets it. */
  reason: string;
}
/** When a rollout may begin and go on; taking it back is always allowed. */
export interface CanaryWindow {
  /** Left out: every day. */
  days?: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** Of the day. */
  from: string;
  /** Of the day; before from, it is the next day's. */
  to: string;
  /** IANA name. */
  'time-zone'?: string;
}
/** What else happens after a rollback. */
export interface CanaryAfterRollback {
  /** Opens an incident issue in this repository; permission issues: write. */
  issue?: {
    /**
     * Of the issue.
     *
     *
     * Items: Label.
     */
    labels?: string[];
  };
  /** Variable that holds an https address, which gets a POST with JSON: a status page, a chat. */
  'hook-env'?: string;
}
/** Section of checklist. On a pull request it is read from the base, never from the change. */
export interface Checklist {
  /** The checklist: Markdown with a task list, from the top of the repository. */
  file?: string;
  /** Several of them, instead of file. */
  files?: ChecklistPath[];
  /** Whether a tick without evidence counts. Phases may say otherwise. */
  claims?: 'accept' | 'reject';
  /** What is special about a phase; one that is not listed has the defaults. */
  phases?: ChecklistPhase[];
  /** By environment: what has to hold before a deployment to it, and after. */
  gates?: {
    [k: string]: ChecklistGate;
  };
  /** Who signs, by a name of your own. */
  roles?: {
    [k: string]: ChecklistRole;
  };
  /** Whether whoever wrote the change may sign it too. */
  'author-may-sign'?: boolean;
  /** Whether one person may sign for several roles. */
  'one-person-several-roles'?: boolean;
  /** What counts as a signature. backstage is read by the protection rule of the portal, not by this action. */
  proofs?: ('review' | 'commit-comment' | 'signed-commit' | 'environment' | 'backstage')[];
  /** How old evidence may be that does not say otherwise. Default: 7d. */
  freshness?: string;
  /** What proves an item. */
  evidence?: ChecklistEvidenceEntry[];
  manifests?: ChecklistManifests;
  /** Hosts and addresses that evidence may ask although they are private: `127.0.0.1`, `prometheus.monitoring.svc`. */
  hosts?: string[];
  /** When nothing is let through. */
  freeze?: CanaryFreeze[];
  'break-glass'?: ChecklistBreakGlass;
}
/** One phase of the checklist. */
export interface ChecklistPhase {
  /** Its number, or the anchor of its heading. */
  phase: number | string;
  claims?: ChecklistClaims;
  /** The role that answers for what is only claimed in it; it must be among the signatures. */
  role?: string;
}
/** What has to hold for one environment. */
export interface ChecklistGate {
  /** Before the deployment. Left out: every phase that is not under after. */
  phases?: ChecklistPhaseName[];
  /** After the deployment: judged with when: after, in a scheduled workflow. */
  after?: ChecklistPhaseName[];
  /** Roles that have to sign. Left out: every role. */
  signatures?: ChecklistKey[];
  /** When a deployment may begin (maintenance windows). Left out: any time. */
  windows?: CanaryWindow[];
}
/** Who may sign for a role: anybody of users, teams and the owners of a path. */
export interface ChecklistRole {
  /** As it stands before the colon in the sign-off lines. */
  label: string;
  /** Logins; with the id, a login that was given away does not count. */
  users?: ChecklistUser[];
  /** Teams as organisation/team. Reading them needs team-token. */
  teams?: string[];
  /** The owners of this path in CODEOWNERS of the base. */
  codeowners?: string;
  /** Environment whose required reviewers sign for this role: one environment a role. */
  environment?: string;
}
/** What proves one item or several. An item with several entries needs all of them. */
export interface ChecklistEvidenceEntry {
  /** Id of the item, or its end from a / on that only one item has. */
  item?: string;
  /** Several items that the same evidence proves. */
  items?: string[];
  /** What is looked at. Each kind has its own keys. */
  kind: 'gate' | 'report' | 'metric' | 'http' | 'manifest' | 'file' | 'command' | 'attestation';
  /** Longest age; checklist.freshness when left out. */
  freshness?: string;
  /** Instead of the one in the item's text. */
  threshold?: string;
  /** gate: whose verdict on this commit. */
  gate?: 'migrate-gate' | 'security-scan' | 'canary-promote';
  /** gate: environment that the verdict is about, when it names one; that of the run when left out. */
  environment?: string;
  /** report: how the file is written. */
  format?:
    | 'junit'
    | 'cobertura'
    | 'lcov'
    | 'coverage-py'
    | 'k6'
    | 'pylint'
    | 'mypy'
    | 'flake8'
    | 'black'
    | 'tsc'
    | 'eslint'
    | 'npm-audit'
    | 'pip-audit'
    | 'sarif';
  /** report: which of its figures; the usual one of the format when left out. */
  measure?: string;
  /** report: file that holds the commit of which the report was made. */
  'commit-file'?: string;
  /** report, file, attestation: path from the top of the repository; of a file with * and **. */
  file?: string;
  /** metric, http: address. */
  url?: string;
  /** metric: PromQL, or with scrape a selector. $version, $commit, $environment and $window are put in. */
  query?: string;
  /** metric: the address is a page in Prometheus' text format. */
  scrape?: boolean;
  /** metric: variable that holds a bearer token. */
  'token-env'?: string;
  /** metric: what $window stands for. */
  window?: string;
  /** metric: label that has to name this version or commit. */
  'subject-label'?: string;
  /** http: status of the answer. */
  status?: number;
  /** http: days that the certificate is still valid, at least. */
  'tls-days-left'?: number;
  /** http: least max-age of Strict-Transport-Security. */
  hsts?: string;
  /** http: the only origins that are allowed. */
  cors?: string[];
  /** http: headers, each with a regular expression (RE2). */
  headers?: {
    [k: string]: string;
  };
  /** http: the body is a page of metrics with at least one sample. */
  'prometheus-page'?: boolean;
  /** http: the same address without TLS leads to this one. */
  'redirects-to-https'?: boolean;
  /** http: JSON pointer to the version or commit in the body. */
  'version-at'?: string;
  /** http, command: longest wait. */
  timeout?: string;
  /** manifest: rules that every object holds. */
  rules?: string[];
  /** file, http: regular expressions (RE2) that the text has, each. */
  matches?: string | string[];
  /** file: regular expressions (RE2) that it has not. */
  'matches-not'?: string | string[];
  /** file: a heading names this version, and has text below it. */
  'has-version'?: boolean;
  /** file: regular expression with one group; the newest date in it counts as the file's age. */
  dated?: string;
  /** file, attestation: CEL over document and documents, or predicate; has to be true. */
  holds?: string;
  /** file: CEL that gives what is compared with the threshold; command: regular expression with one group for it. */
  value?: string;
  /** file: CEL list of paths that have to be in the repository too. */
  names?: string;
  /** command: program and arguments, no shell. */
  command?: string[];
  /** command: those that are good. */
  'exit-codes'?: number[];
  /** command: where it runs. */
  folder?: string;
  /** attestation: type of the predicate. */
  'predicate-type'?: string;
  /** attestation: what it has to be about. */
  subject?: 'commit' | 'image';
  /** attestation: public key that signed it, PEM. */
  key?: string;
}
/** Kubernetes manifests that evidence of kind manifest, and mode manifests, look at. */
export interface ChecklistManifests {
  /** Folders or files, from the top of the repository. */
  paths?: string[];
  /** none, or the command whose output is looked at instead of the files: `[helm, template, charts/orders]`, `[kustomize, build, k8s/production]`. */
  render?: string | string[];
  /** Files of your own ValidatingAdmissionPolicy objects. */
  policies?: ChecklistPath[];
  /** Rules that mode manifests requires. Left out: all. */
  rules?: string[];
}
/** Who may let a deployment through in spite of it all: two people, with a reason and an end. */
export interface ChecklistBreakGlass {
  /** Logins. */
  users?: ChecklistUser[];
  /** Teams as organisation/team. */
  teams?: string[];
  /** Longest time for which one holds. Default: 24h. */
  longest?: string;
}
/** Section of security-scan. On a pull request it is read from the base, never from the change. */
export interface Security {
  /** What runs: auto, each that has something to look at and is there; none, only reports are read; or a list, each of which has to answer. */
  scanners?: string | SecurityScannerName[];
  /** NAME=PATH, several: a scanner's own saved report, read instead of running it, or sarif of any tool. PATH may have * and **. */
  reports?: SecurityReport[];
  /** What a scanner without an answer makes of the outcome: unknown, or a warning that says what is not proven. */
  'on-error'?: 'block' | 'warn';
  /** What counts as the severity of a finding whose scanner gives none. */
  'unknown-severity'?: 'critical' | 'high' | 'medium' | 'low';
  'fail-on'?: SecurityFailOn;
  /** CISA's catalogue of Known Exploited Vulnerabilities, as JSON: what is in it counts as critical. */
  'kev-file'?: string;
  /** SARIF of the base: what is in it is known. Left out: the base itself is scanned. */
  baseline?: string;
  /** Files that the embedded scanners do not look at, with * and **. */
  exclude?: SecurityGlob[];
  /** Longest time of one scanner. Default: 5m. */
  timeout?: string;
  /** Whether comments in the code count (`gitleaks:allow`, `# nosec`), which nobody has to give a reason for. */
  'inline-allowances'?: 'ignore' | 'honour';
  /** Contracts that the scanners buf, oasdiff and openapi-diff compare with those of the base. */
  contracts?: SecurityContract[];
  /** Findings that do not block, each with a reason and an end. */
  allow?: SecurityAllowEntry[];
  /** An end further away than this does not count. Default: 90d. */
  'allow-horizon'?: string;
}
/** What blocks. */
export interface SecurityFailOn {
  /** Least severity that blocks. */
  severity?: 'critical' | 'high' | 'medium' | 'low';
  /** new: only what the base does not have; any: known findings too. */
  state?: 'new' | 'any';
}
/** One contract of the service with those who call it. */
export interface SecurityContract {
  /** buf for Protocol Buffers, the other two for OpenAPI. */
  tool: 'buf' | 'oasdiff' | 'openapi-diff';
  /** File, or for buf a folder, from the top of the repository. */
  path: string;
}
/** One finding that is let through: by advisory, fingerprint or rule, exactly one of them. */
export interface SecurityAllowEntry {
  /** Id or alias of the advisory. */
  advisory?: string;
  /** Of the finding, as the reports of this gate print it. */
  fingerprint?: string;
  /** Rule of a scanner; path has to say where. */
  rule?: string;
  /** Only in this package, and in these versions of it: a purl, with a range in place of its version. */
  package?: string;
  /** Only in these files, with * and **. */
  path?: string;
  /** Why it may stay, for whoever reads it next; at least 10 characters. */
  reason: string;
  /** Last day on which it counts, UTC. */
  expires: string;
}
