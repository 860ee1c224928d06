/** What a contract is written on. A coin and a share of one name are two assets. */
export const ASSET_CLASSES = ['crypto', 'equity', 'commodity', 'index', 'currency'] as const;

export type AssetClass = (typeof ASSET_CLASSES)[number];
