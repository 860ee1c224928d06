import type { Ports } from '../ledger/ports.ts';
import type { StoredTiers } from '../ledger/tiers.ts';
import type { MarketReport } from '../market/market-report.ts';
import { buildReport } from '../report/build-report.ts';
import { readFacts, type ToldMarket } from '../report/facts.ts';
import { fitReport } from '../report/fit-report.ts';
import type { VenueFacts } from '../report/venue-facts.ts';
import { statusesOf } from '../sources/source-status.ts';
import { showWarnings, withWarnings } from './market-warnings.ts';

/**
 * Makes the market's report of what is stored and writes it: what follows from the facts first, then what the warnings'
 * rules remember, then the report. May be cut off or repeated at any point.
 * @returns the report before it was cut to what a page can hold
 * @throws StorageError
 */
export async function publish(ports: Ports, told: ToldMarket): Promise<MarketReport> {
  const { market } = told;
  const { giveWay } = ports.clock;
  const known = await readFacts(ports, told, statusesOf);
  await giveWay();
  const built = buildReport(known.report);
  await giveWay();
  const warned = await withWarnings(ports, built, known);
  await ports.storage.writeReport(fitReport(warned));
  await publishTiers(ports, told, known.facts);
  await showWarnings(ports, market);
  return warned;
}

/** Tiers are told once a day: those that were found or written in storage are not looked for there again. */
async function publishTiers(
  { storage }: Ports,
  { market, memory }: ToldMarket,
  facts: readonly VenueFacts[],
): Promise<void> {
  const told = facts.flatMap(({ tiers }) => tiers ?? []);
  if (told.every((table) => memory.tiers.has(table))) return;
  const known = await storage.readTiers(market);
  const isNew = told.some(({ venue, atMs }) => atMs !== known[venue]?.atMs);
  if (isNew) {
    const tiers: StoredTiers = Object.fromEntries(told.map((table) => [table.venue, table]));
    await storage.writeTiers(market, { ...known, ...tiers });
  }
  for (const table of told) memory.tiers.add(table);
}
