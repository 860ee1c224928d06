const UNITS = [
  { from: 1e12, name: ' T' },
  { from: 1e9, name: ' B' },
  { from: 1e6, name: ' M' },
  { from: 1e3, name: ' k' },
] as const;

/** `1.59 B`, `10.6 M`, `950`: dollars in three significant figures, for sentences. */
export function usdText(usd: number): string {
  const rounded = Number(Math.abs(usd).toPrecision(3));
  const unit = UNITS.find(({ from }) => rounded >= from);
  const scaled = rounded / (unit?.from ?? 1);
  const decimals = unit === undefined || scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
  return `${usd < 0 && rounded > 0 ? '−' : ''}${scaled.toFixed(decimals)}${unit?.name ?? ''}`;
}

/** `94,589`, `1.234`, `0.00001234`: a price in USD with at least four significant figures. */
export function priceText(price: number): string {
  const decimals = price >= 1000 ? 0 : Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(price))));
  const [whole = '', fraction] = price.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `12 %`, `4.5 %`, `under 0.1 %`: a probability or share, 0 to 1. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return 'under 0.1 %';
  return `${percent.toFixed(percent < 10 && percent > 0 ? 1 : 0)} %`;
}
