/** Edge: what the plan's variables and files hold, for one connection. Values are never in a fault. */
import { readFileSync } from 'node:fs';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isAbsolute, join } from 'node:path';
import { createSecureContext } from 'node:tls';
import type { CanaryPlanFile, Fault } from '@shipgate/schemas';
import type { PrometheusOptions } from '../../plan/source.ts';
import type { ConnectionOptions } from './connection.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Credentials = Pick<ConnectionOptions, 'headers' | 'ca' | 'cert' | 'key'>;

/** Where the plan stands, and what its variables are taken from. */
export interface Ground {
  /** Paths of files start here. */
  readonly folder: string;
  readonly places: CanaryPlanFile['places'];
  readonly env: Environment;
}

/** The credentials, or every fault of them. */
export function readCredentials(options: PrometheusOptions, ground: Ground): Credentials | readonly Fault[] {
  const faults: Fault[] = [];
  const headers = readHeaders(options, ground, faults);
  const files = readFiles(options, ground, faults);
  if (faults.length === 0) checkCertificates(files, ground, faults);
  return faults.length > 0 ? faults : { headers, ...files };
}

function readHeaders({ tokenEnv, basicEnv, headersEnv }: PrometheusOptions, ground: Ground, faults: Fault[]) {
  const headers: Record<string, string> = {};
  const variable = (key: readonly string[], name: string, purpose: string, then: (value: string) => void) => {
    // Secrets are often pasted with the line end behind them.
    const value = ground.env[name]?.trim() ?? '';
    const path = ['source', ...key];
    if (value === '') faults.push(ground.places.faultAt(path, unset(name, purpose)));
    else then(value);
    if (value !== '' && !isHeaderValue(value)) faults.push(ground.places.faultAt(path, notSendable(name)));
  };
  if (tokenEnv !== undefined) {
    variable(['token-env'], tokenEnv, 'the bearer token', (token) => {
      headers['authorization'] = `Bearer ${token}`;
    });
  }
  if (basicEnv !== undefined) {
    variable(['basic-env'], basicEnv, 'user:password', (basic) => {
      headers['authorization'] = `Basic ${Buffer.from(basic).toString('base64')}`;
      if (!basic.includes(':')) faults.push(ground.places.faultAt(['source', 'basic-env'], withoutColon(basicEnv)));
    });
  }
  for (const [header, name] of Object.entries(headersEnv)) {
    if (isOurs(header)) faults.push(ground.places.faultAt(['source', 'headers-env', header], notAllowed(header)));
    variable(['headers-env', header], name, `the header ${header}`, (value) => {
      headers[header.toLowerCase()] = value;
    });
  }
  return headers;
}

/** They say how the question is packed; another value breaks it. */
const OURS = ['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'host', 'transfer-encoding'];

function isOurs(header: string): boolean {
  try {
    validateHeaderName(header);
    return OURS.includes(header.toLowerCase());
  } catch {
    return true;
  }
}

function isHeaderValue(value: string): boolean {
  try {
    validateHeaderValue('authorization', value);
    return true;
  } catch {
    return false;
  }
}

type Files = Omit<Credentials, 'headers'>;

function readFiles({ caFile, certFile, keyFile }: PrometheusOptions, ground: Ground, faults: Fault[]): Files {
  const named = { ca: caFile, cert: certFile, key: keyFile };
  const read: Record<string, string> = {};
  for (const [key, file] of Object.entries(named)) {
    if (file === undefined) continue;
    try {
      read[key] = readFileSync(isAbsolute(file) ? file : join(ground.folder, file), 'utf8');
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      faults.push(ground.places.faultAt(['source', `${key}-file`], unreadable(file, missing)));
    }
  }
  return read;
}

/** OpenSSL says at once what it would say at the first question. */
function checkCertificates({ ca, cert, key }: Files, { places }: Ground, faults: Fault[]): void {
  const fails = (options: Files) => {
    try {
      createSecureContext(options);
      return false;
    } catch {
      return true;
    }
  };
  if (ca !== undefined && (fails({ ca }) || !ca.includes('-----BEGIN'))) {
    faults.push(places.faultAt(['source', 'ca-file'], notPem('a certificate')));
  }
  if (cert !== undefined && fails({ cert }))
    faults.push(places.faultAt(['source', 'cert-file'], notPem('a certificate')));
  else if (key !== undefined && fails({ key }))
    faults.push(places.faultAt(['source', 'key-file'], notPem('a key without a password')));
  else if (cert !== undefined && key !== undefined && fails({ cert, key })) {
    faults.push(places.faultAt(['source', 'key-file'], otherKey));
  }
}

function unset(name: string, purpose: string) {
  return {
    title: `the variable ${name} is not set`,
    expected: `${purpose} in the environment of this step`,
    got: 'nothing',
    do: `add env: { ${name}: \${{ secrets.${name} }} } to the step`,
  };
}

function notSendable(name: string) {
  return {
    title: `the variable ${name} cannot be sent in a header`,
    expected: 'one line of printable characters',
    got: 'a line end, or another control character',
    do: 'store the secret again, as one line',
  };
}

function withoutColon(name: string) {
  return {
    title: `the variable ${name} has no user and password`,
    expected: 'user:password',
    got: 'a text without a colon',
    do: 'store both in it; for a token write token-env instead',
  };
}

function notAllowed(header: string) {
  return {
    title: `the header ${header} cannot be set`,
    expected: 'a header such as X-Scope-OrgID',
    got: header,
    do: 'leave it away',
  };
}

function unreadable(file: string, missing: boolean) {
  return {
    title: `the file ${file} cannot be read`,
    expected: 'a PEM file, named from the top of the repository',
    got: missing ? 'no such file' : 'a file that cannot be opened',
    do: 'write it in a step before this one',
  };
}

function notPem(what: string) {
  return {
    title: `the file is no PEM of ${what}`,
    expected: `${what} in PEM`,
    got: 'something else',
    do: 'give the PEM file',
  };
}

const otherKey = {
  title: 'the key does not belong to the certificate',
  expected: 'the key of cert-file',
  got: 'another key',
  do: 'give both files of one pair',
};
