/** An order as docs/openapi.yaml describes it. */
export interface Order {
  readonly id: number;
  readonly state: 'new' | 'confirmed' | 'paid' | 'shipped' | 'delivered' | 'cancelled';
  readonly currency: string;
  readonly placedAt: string;
}

/** Orders of the caller, newest first. */
export async function orders(before?: Date): Promise<readonly Order[]> {
  const query = before === undefined ? '' : `?before=${encodeURIComponent(before.toISOString())}`;
  const answer = await fetch(`/api/v1/orders${query}`, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`orders: ${answer.status}`);
  return answer.json() as Promise<readonly Order[]>;
}
