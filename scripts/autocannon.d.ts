// The load generator has no types of its own: what is used of it.
declare module 'autocannon' {
  interface Load
    extends Promise<{
      readonly requests: { readonly total: number };
      readonly non2xx: number;
      readonly errors: number;
    }> {
    stop(): void;
  }

  interface LoadOptions {
    readonly url: string;
    readonly socketPath?: string;
    readonly connections?: number;
    readonly overallRate?: number;
    /** Seconds. */
    readonly duration?: number;
    readonly timeout?: number;
  }

  export default function autocannon(options: LoadOptions): Load;
}
