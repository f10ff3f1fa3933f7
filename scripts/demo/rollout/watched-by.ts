// A recorded rollout as if a job of the demo had watched it just now. What was counted stays; who, where and when are the job's. Pure.
import type { Job } from '../job.ts';
import { repository } from '../service.ts';

const times = ['at', 'from', 'to'];

/** `docs` is the address of a reason's page with REASON for its code; `now` in milliseconds since 1970 is the end of the rollout. */
export function watchedBy({ commit, runId }: Job, recording: string, docs: string, now: number): string {
  const [head = {}, ...entries] = recording.trimEnd().split('\n').map(parsed);
  const last = entries.at(-1)?.['at'];
  const shift = now - (typeof last === 'number' ? last : now);
  const subject = {
    ...{ service: repository.name, repository: repository.slug, commit, environment: 'production' },
    ...{ ref: 'refs/heads/main', event: 'workflow_dispatch', run: { id: runId, attempt: 1 } },
  };
  const startedAt = new Date(Date.parse(String(head['startedAt'])) + shift).toISOString();
  const lines = [{ ...head, subject, docs, startedAt }, ...entries.map((entry) => moved(entry, shift))];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

type Line = Readonly<Record<string, unknown>>;

function parsed(text: string): Line {
  return JSON.parse(text) as Line;
}

function moved(entry: Line, shift: number): Line {
  const fields = Object.entries(entry).map(([key, value]) => {
    if (key === 'stratum') return [key, moved(value as Line, shift)];
    return [key, times.includes(key) && typeof value === 'number' ? value + shift : value];
  });
  return Object.fromEntries(fields) as Line;
}
