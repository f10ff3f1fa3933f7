// What stands in front of the two releases: HAProxy where this machine has it, else a small proxy that speaks its admin socket.
import { realTool } from '../../real-tools.ts';
import { startBundledFront } from './bundled-front.ts';
import type { Front, FrontSettings } from './front-settings.ts';
import { startHaproxyFront } from './haproxy-front.ts';

export async function startFront(settings: FrontSettings): Promise<Front> {
  const haproxy = realTool('haproxy', { ...process.env, SHIPGATE_REAL: '' });
  return haproxy === null ? await startBundledFront(settings) : await startHaproxyFront(haproxy, settings);
}
