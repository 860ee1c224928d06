import { vi } from 'vitest';

/** Actions of a panel that only remember that they were called. */
export const buildPanelActions = () => ({
  onPlace: vi.fn(),
  onReload: vi.fn(),
  onPermission: vi.fn(),
  onHosts: vi.fn(),
  onRefresh: vi.fn(),
  onSnooze: vi.fn(),
  onListeningOptions: vi.fn(),
  onListenToOwnPages: vi.fn(),
});
