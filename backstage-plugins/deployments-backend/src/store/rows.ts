/** Rows as they are read. PostgreSQL gives 64-bit integers as texts, SQLite as numbers: `Int64` is either. */
export type Int64 = number | string;

export interface DeliveryRow {
  host: string;
  guid: string;
  event: string;
  body_hash: string;
  body: string;
  received_at: Int64;
  state: 'pending' | 'processed' | 'not-used' | 'failed';
  attempts: number;
  try_after: Int64;
  note: string | null;
}

export interface RepositoryRow {
  host: string;
  repo_id: string;
  heard_at: Int64;
}

export interface RepositoryNameRow {
  host: string;
  name_key: string;
  repo_id: string;
  full_name: string;
  told_at: Int64;
}

export interface DeploymentRow {
  host: string;
  repo_id: string;
  gh_id: Int64;
  sha: string;
  ref: string;
  environment: string;
  environment_key: string;
  creator: string | null;
  version: string | null;
  created_at: Int64;
  told_at: Int64;
  run_id: string | null;
  run_url: string | null;
  run_actor: string | null;
  run_told_at: Int64 | null;
}

export interface StatusRow {
  host: string;
  status_id: Int64;
  repo_id: string;
  gh_id: Int64;
  state: string;
  description: string | null;
  environment: string;
  environment_key: string;
  log_url: string | null;
  environment_url: string | null;
  created_at: Int64;
}

export interface CurrentStateRow {
  host: string;
  repo_id: string;
  environment_key: string;
  environment: string;
  current_gh_id: Int64 | null;
  since: Int64 | null;
  latest_gh_id: Int64 | null;
}

export interface VerdictRow {
  id: string;
  host: string;
  repo_id: string;
  run_id: string;
  run_attempt: number;
  gate: string;
  subject_hash: string;
  body_hash: string;
  sha: string;
  ref: string;
  is_gating: boolean | number;
  finished_at: Int64;
  received_at: Int64;
  summary: string;
  body: string;
}

export interface TokenUseRow {
  issuer: string;
  jti: string;
  body_hash: string;
  verdict_id: string;
  expires_at: Int64;
}
