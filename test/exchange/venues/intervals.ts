import { BadRequest } from './venue-api.ts';

const UNIT_S: Readonly<Record<string, number>> = {
  m: 60,
  min: 60,
  MIN: 60,
  h: 3600,
  H: 3600,
  d: 86_400,
  D: 86_400,
  w: 604_800,
  W: 604_800,
};

/**
 * Seconds of an interval name such as `5m`, `15min`, `1H`, `1Dutc`, or plain minutes such as `60`.
 * @throws {BadRequest} unless it is one of `allowed`.
 */
export function intervalS(name: string | null, allowed: readonly string[]): number {
  if (name === null || !allowed.includes(name))
    throw new BadRequest(`invalid interval: ${name ?? 'missing'}`);
  if (/^\d+$/.test(name)) return Number(name) * 60;
  const match = /^(\d*)([a-zA-Z]+?)(?:utc)?$/.exec(name);
  const unit = match === null ? undefined : UNIT_S[match[2]!];
  if (match === null || unit === undefined) throw new BadRequest(`invalid interval: ${name}`);
  return Number(match[1] === '' ? '1' : match[1]) * unit;
}
