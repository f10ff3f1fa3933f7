import shipgateSchema from '../shipgate.schema.json' with { type: 'json' };
import type { ReadResult } from './document.ts';
import type { Checklist } from './generated/shipgate.ts';
import type { PolicyFile } from './policy-file.ts';
import { readPolicyFile } from './policy-file.ts';

/** A policy for checklists, and what stands around it. */
export interface ChecklistPolicyFile extends Pick<PolicyFile<'checklist'>, 'file' | 'placeOf'> {
  /** Undefined when the file has no such section. */
  readonly checklist: Checklist | undefined;
}

/** For `policyAlone`. */
export const checklistKind = {
  name: 'checklist',
  keys: Object.keys(shipgateSchema.definitions.checklist.properties),
} as const;

/**
 * Reads a policy: the section `checklist` of a shipgate file (one with `version`), else a policy that is a file of its
 * own. Never throws on what the file holds; the other sections give warnings only.
 */
export function readChecklistPolicy(
  input: Uint8Array | string,
  options: { file: string },
): ReadResult<ChecklistPolicyFile> {
  const { value, ...told } = readPolicyFile(checklistKind, input, options);
  if (value === undefined) return { ...told, value };
  const { section: checklist, file, placeOf } = value;
  return { ...told, value: { checklist, file, placeOf } };
}
