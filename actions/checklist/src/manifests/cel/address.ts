/** A URL as Kubernetes' CEL has it: absolute, or a path from the root. Modelled on Go's url.ParseRequestURI, as its docs say. */
export class Address {
  readonly scheme: string;
  /** With port, IPv6 in brackets. */
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, readonly string[]>;

  private constructor(scheme: string, host: string, path: string, query: string) {
    this.scheme = scheme;
    this.host = host;
    this.path = path;
    const values = new Map<string, string[]>();
    for (const [key, value] of new URLSearchParams(query)) values.set(key, [...(values.get(key) ?? []), value]);
    this.query = values;
  }

  /** undefined for a text that is no absolute URL and no absolute path. */
  static of(text: string): Address | undefined {
    const [whole, scheme = '', authority = '', path = '', query = ''] = FORM.exec(text) ?? [];
    if (whole === undefined || (scheme === '' && !path.startsWith('/'))) return undefined;
    const host = authority.slice(authority.lastIndexOf('@') + 1);
    if (!HOST.test(host)) return undefined;
    return new Address(scheme.toLowerCase(), host, path, query);
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
const FORM =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?\s]*))?(?=.))?((?:[^?\s%\p{Cc}]|%[0-9A-Fa-f]{2})*)(?:\?(\S*))?$/u;
const HOST = /^(?:\[[0-9A-Fa-f:.%]+\]|[^\s:[\]<>"]*)(?::[0-9]*)?$/;
