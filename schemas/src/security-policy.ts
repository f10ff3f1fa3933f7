import shipgateSchema from '../shipgate.schema.json' with { type: 'json' };
import type { ReadResult } from './document.ts';
import type { Security } from './generated/shipgate.ts';
import type { PolicyFile } from './policy-file.ts';
import { readPolicyFile } from './policy-file.ts';

/** A policy for security-scan, and what stands around it. */
export interface SecurityPolicyFile extends Pick<PolicyFile<'security'>, 'file' | 'placeOf'> {
  /** Undefined when the file has no such section. */
  readonly security: Security | undefined;
}

/** For `policyAlone`. */
export const securityKind = {
  name: 'security',
  keys: Object.keys(shipgateSchema.definitions.security.properties),
} as const;

/** Every scanner that a policy can name. */
export const SECURITY_SCANNERS: readonly string[] = shipgateSchema.definitions.securityScannerName.enum;

/**
 * Reads a policy: the section `security` of a shipgate file (one with `version`), else a policy that is a file of its
 * own. Never throws on what the file holds; the other sections give warnings only.
 */
export function readSecurityPolicy(
  input: Uint8Array | string,
  options: { file: string },
): ReadResult<SecurityPolicyFile> {
  const { value, ...told } = readPolicyFile(securityKind, input, options);
  if (value === undefined) return { ...told, value };
  const { section: security, file, placeOf } = value;
  return { ...told, value: { security, file, placeOf } };
}
