/** A pattern of `job_workflow_ref`, in its two parts. `*` stands for any characters within one part of a path. */
export interface WorkflowPattern {
  /** OWNER/NAME/.github/workflows/FILE. */
  readonly path: RegExp;
  /** refs/heads/…, refs/tags/…. */
  readonly ref: RegExp;
}

/** `acme/app/.github/workflows/release.yml@refs/heads/main`; a ref may itself hold an @, a path may not. */
const SHAPE = /^([^/@\s]+\/[^/@\s]+\/\.github\/workflows\/[^/@\s]+)@(refs\/(?:heads|tags)\/[^\s]+)$/;
const REFERENCE = /^([^/@\s]+\/[^/@\s]+\/\.github\/workflows\/[^/@\s]+)@(\S+)$/;

/** Null: the text is no pattern. */
export function workflowPattern(text: string): WorkflowPattern | null {
  const [, path, ref] = SHAPE.exec(text) ?? [];
  return path === undefined || ref === undefined ? null : { path: matcher(path, '[^/@]*'), ref: matcher(ref, '[^/]*') };
}

/** The two parts of a token's `job_workflow_ref`; null: it is none. */
export function splitWorkflowRef(text: string): { readonly path: string; readonly ref: string } | null {
  const [, path, ref] = REFERENCE.exec(text) ?? [];
  return path === undefined || ref === undefined ? null : { path, ref };
}

function matcher(part: string, star: string): RegExp {
  const source = part.split('*').map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join(star)}$`);
}
