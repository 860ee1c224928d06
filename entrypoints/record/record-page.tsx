import { useMemo, useState } from 'preact/hooks';

import { ordersCsv, outcomesCsv } from '../../components/record/record-csv.ts';
import { Record } from '../../components/record/record.tsx';
import { offerFile } from '../../components/ui/offer-file.ts';
import { themeOf } from '../../components/ui/theme.ts';
import { isMarketId } from '../../core/market/asset.ts';
import { type RecordChoice, trackRecordOf } from '../../core/report/forecast/track-record.ts';
import { useSettings } from '../shared/use-settings.ts';
import { useStored } from './use-stored.ts';
import { useTakeBack } from './use-take-back.ts';

const CSV = 'text/csv';

export function RecordPage() {
  const [market, setMarket] = useState(marketOfAddress);
  const [choice, setChoice] = useState<RecordChoice>({ horizonHours: 1, definition: 'first' });
  const stored = useStored(market);
  const { settings, refused, change } = useSettings();
  const { takenBack, takeBack } = useTakeBack();

  const record = useMemo(() => (stored === null ? null : trackRecordOf(stored, choice)), [stored, choice]);
  if (stored === null || settings === null || record === null) return null;
  const theme = themeOf(settings);
  return (
    <div class="plimsoll record-page" data-theme={theme} data-palette={settings.palette}>
      <Record
        {...stored}
        market={market}
        choice={choice}
        record={record}
        isAlways={settings.listenAlways}
        refused={refused}
        theme={`${theme} ${settings.palette}`}
        onMarket={setMarket}
        onChoice={setChoice}
        onAlways={(listenAlways) => void change({ listenAlways })}
        onTakeBack={(lie) => void takeBack(lie)}
        takenBack={takenBack}
        onExport={(what) =>
          what === 'orders'
            ? offerFile(`${market}-liquidations.csv`, ordersCsv(market, stored.orders), CSV)
            : offerFile(`${market}-forecasts.csv`, outcomesCsv(record.outcomes), CSV)
        }
      />
    </div>
  );
}

function marketOfAddress(): string {
  const market = new URLSearchParams(location.search).get('market') ?? '';
  return isMarketId(market) ? market : 'BTCUSDT';
}
