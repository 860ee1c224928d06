import { vi } from 'vitest';

import { mountPanelBody } from '../../components/overlay/mount-panel-body.tsx';
import type { PressGuard } from '../../components/overlay/press-guard.ts';

/** Actions of a panel that only remember that they were called. */
export const buildPanelActions = () => ({
  onPlace: vi.fn(),
  onPermission: vi.fn(),
  onHosts: vi.fn(),
  onRefresh: vi.fn(),
  onSnooze: vi.fn(),
  onListeningOptions: vi.fn(),
  onListenToOwnPages: vi.fn(),
  onChange: vi.fn(),
  askMapWindow: vi.fn(async () => null),
  askOrders: vi.fn(async () => null),
  askLevels: vi.fn(async () => null),
});

/** The panel's body is there at once. */
export const loadBody = () => mountPanelBody;

/** Every press counts. */
export const guard: PressGuard = { watch: () => () => {}, isSeen: () => true };
