/** A URL as Kubernetes' CEL has it: what Go's url.ParseRequestURI takes, that is an absolute URL or a path from the root. */
export class Address {
  readonly scheme: string;
  /** With port, IPv6 in brackets. */
  readonly host: string;
  /** Other letters than those of ASCII escaped. */
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;

  private constructor(scheme: string, host: string, path: string, query: string) {
    this.scheme = scheme;
    this.host = host;
    this.path = path.replace(/[^\p{ASCII}]+/gu, escaped);
    const values = new Map<string, string[]>();
    for (const [key, value] of new URLSearchParams(query)) values.set(key, [...(values.get(key) ?? []), value]);
    this.query = values;
  }

  /** undefined for a text that is no absolute URL and no absolute path. */
  static of(text: string): Address | undefined {
    if (text === '*') return new Address('', '', '*', '');
    const [whole, scheme = '', authority, path = '', query = ''] = FORM.exec(text) ?? [];
    if (whole === undefined || (scheme === '' && authority === undefined && !path.startsWith('/'))) return undefined;
    const host = (authority ?? '').slice((authority ?? '').lastIndexOf('@') + 1);
    if (!HOST.test(host)) return undefined;
    // Behind a scheme, what does not begin with a slash is opaque and no path.
    const isOpaque = scheme !== '' && authority === undefined && !path.startsWith('/');
    return new Address(scheme.toLowerCase(), host, isOpaque ? '' : path, query);
  }

  get hostname(): string {
    const bracket = /^\[([^\]]*)\]/.exec(this.host)?.[1];
    return bracket ?? this.host.replace(/:[0-9]*$/, '');
  }

  get port(): string {
    return /:([0-9]*)$/.exec(this.host.replace(/^\[[^\]]*\]/, ''))?.[1] ?? '';
  }
}

/** RFC 3986, appendix B, without what Go refuses: white space, control characters, a broken escape. */
const FORM = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?\s]*))?((?:[^?\s%\p{Cc}]|%[0-9A-Fa-f]{2})*)(?:\?(\S*))?$/u;
const HOST = /^(?:\[[0-9A-Fa-f:.%]+\]|[^\s:[\]<>"]*)(?::[0-9]*)?$/;

function escaped(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join('');
}
