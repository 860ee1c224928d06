import type { ChartOptions } from './chart-options.ts';
import { startCharts } from './frame.ts';

const frame = window.frameElement;
const bag = parent as unknown as Record<string, ChartOptions | undefined>;
const options = frame === null ? undefined : bag[frame.id];
if (options !== undefined) startCharts(document.body, options, 'tradingViewApi');
