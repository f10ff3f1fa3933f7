/** Where GitHub keeps bytes that its API does not give itself: another host, behind a redirect. */

/** The address of a redirect; undefined for none, and for one without encryption unless the API has none either: that of a test. */
export function placeOf(location: unknown, apiUrl: string): URL | undefined {
  const place = typeof location === 'string' ? URL.parse(location, apiUrl) : null;
  if (place === null) return undefined;
  return place.protocol === 'https:' || place.protocol === URL.parse(apiUrl)?.protocol ? place : undefined;
}

/** All of it; undefined when there are more than `mostBytes`, and then no more are read. */
export async function readAtMost(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
