import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { ChartSwitch } from '../../components/overlay/chart-switch.tsx';
import { createPanelStore, type PanelState } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { DEFAULT_PLACE } from '../../components/overlay/place.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function show(state: Partial<PanelState>) {
  const onPlace = vi.fn<(place: PanelPlace) => void>();
  render(<ChartSwitch store={createPanelStore({ nowMs: 0, ...state })} onPlace={onPlace} />);
  return onPlace;
}

const onTheChart = () => screen.getByRole<HTMLButtonElement>('button', { name: 'On the chart' });

describe('the switch of what stands on the page’s chart', () => {
  test.each(['searching', 'unsupported'] as const)(
    'is neither pressed nor to be pressed where the chart cannot be drawn on: %s',
    (chartState) => {
      show({ chartState });

      expect(onTheChart().getAttribute('aria-pressed')).toBe('false');
      expect(onTheChart().disabled).toBe(true);
      expect(screen.queryByRole('button', { name: 'Map in time' })).toBeNull();
      expect(screen.getByRole('status').textContent).toContain('scale');
    },
  );

  test.each(['ready', 'loading', 'hidden', 'mismatch'] as const)(
    'is pressed where the chart is drawn on, or will be: %s',
    (chartState) => {
      const onPlace = show({ chartState });

      expect(onTheChart().getAttribute('aria-pressed')).toBe('true');
      fireEvent.click(onTheChart());

      expect(onPlace).toHaveBeenCalledWith({ ...DEFAULT_PLACE, chartBands: false });
    },
  );

  test('switched off, it can be switched on whatever the chart is', () => {
    const onPlace = show({ chartState: 'searching', place: { ...DEFAULT_PLACE, chartBands: false } });

    fireEvent.click(onTheChart());

    expect(onPlace).toHaveBeenCalledWith({ ...DEFAULT_PLACE, chartBands: true });
  });
});

describe('where another chart of the page could be drawn on', () => {
  const panelText = (state: Partial<PanelState>) => {
    const store = createPanelStore({
      market: buildPageMarket(),
      report: buildReport(),
      nowMs: SAMPLE_AT,
      ...state,
    });
    render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);
    return screen.getByRole('region', { name: /^Plimsoll/ }).textContent;
  };
  const named = 'Drawn on the “TradingView” chart alone: its button is above the chart.';

  test.each(['searching', 'hidden'] as const)(
    'the panel names the button that shows it: %s',
    (chartState) => {
      expect(panelText({ chartState })).toContain(named);
    },
  );

  test('not while it is drawn on, nor where nothing is to be drawn, nor on a site that has no such button', () => {
    expect(panelText({ chartState: 'ready' })).not.toContain('its button');
    cleanup();
    expect(
      panelText({ chartState: 'searching', place: { ...DEFAULT_PLACE, chartBands: false } }),
    ).not.toContain('its button');
    cleanup();
    expect(panelText({ chartState: 'searching', market: buildPageMarket({ venue: 'okx' }) })).not.toContain(
      'its button',
    );
  });
});
