import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { ordersCsv, outcomesCsv } from '../../components/record/record-csv.ts';
import { Record, type RecordChoice } from '../../components/record/record.tsx';
import { clockItem, reportItem, settingsItem } from '../../core/io/storage-shared.ts';
import { isMarketId } from '../../core/market/asset.ts';
import { wasMadeUnderALie } from '../../core/ledger/aside-record.ts';
import { trackRecordOf } from '../../core/report/forecast/track-record.ts';
import type { ViewMessage } from '../../core/service/messages.ts';
import type { Settings } from '../../core/ledger/stored.ts';
import { readStored, type StoredRecord } from './read-stored.ts';

const HOUR_S = 3600;

/** The stored record, read anew when the worker has written a report, and not more often than this. */
const REREAD_MS = 10_000;

export function RecordPage() {
  const [market, setMarket] = useState(marketOfAddress);
  const [choice, setChoice] = useState<RecordChoice>({ horizonHours: 1, definition: 'first' });
  const [stored, setStored] = useState<StoredRecord | null>(null);
  const [settings, setSettings] = useState<Settings | null>(null);

  useEffect(() => {
    void settingsItem.getValue().then(setSettings);
    return settingsItem.watch(setSettings);
  }, []);
  useEffect(() => {
    let readAtMs = 0;
    let isCurrent = true;
    const read = (): void => {
      if (Math.abs(Date.now() - readAtMs) < REREAD_MS) return;
      readAtMs = Date.now();
      const show = async (): Promise<void> => {
        const { offsetMs } = await clockItem.getValue();
        const next = await readStored(market, Date.now() + offsetMs);
        if (isCurrent) setStored(next);
      };
      void show();
    };
    read();
    const unwatch = reportItem(market).watch(read);
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [market]);

  const record = useMemo(() => {
    if (stored === null) return null;
    const horizonS = choice.horizonHours * HOUR_S;
    const outcomes = stored.outcomes.filter((outcome) => outcome.horizonS === horizonS);
    return trackRecordOf(outcomes, horizonS, choice.definition, (atS) =>
      wasMadeUnderALie(stored.asideLog, atS * 1000),
    );
  }, [stored, choice]);
  if (stored === null || settings === null || record === null) return null;
  const theme = themeOf(settings);
  return (
    <div class="plimsoll record-page" data-theme={theme} data-palette={settings.palette}>
      <Record
        {...stored}
        market={market}
        choice={choice}
        record={record}
        isAlways={settings.listenAlways === true}
        theme={`${theme} ${settings.palette}`}
        onMarket={setMarket}
        onChoice={setChoice}
        onAlways={(listenAlways) => void save({ ...settings, listenAlways })}
        onExport={(what) =>
          what === 'orders'
            ? download(`${market}-liquidations.csv`, ordersCsv(market, stored.orders))
            : download(`${market}-forecasts.csv`, outcomesCsv(record.outcomes))
        }
      />
    </div>
  );
}

function marketOfAddress(): string {
  const market = new URLSearchParams(location.search).get('market') ?? '';
  return isMarketId(market) ? market : 'BTCUSDT';
}

const themeOf = ({ theme }: Settings): 'light' | 'dark' => {
  if (theme !== 'page') return theme;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
};

const save = (settings: Settings) =>
  browser.runtime.sendMessage({ kind: 'save-settings', settings } satisfies ViewMessage);

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
