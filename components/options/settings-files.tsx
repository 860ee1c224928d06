import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-page.ts';
import { readSettingsFile, type SettingsFile, writeSettingsFile } from '../../core/ledger/settings-file.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';

interface SettingsFilesProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onReset: () => void;
}

type Outcome = { readonly isGood: boolean; readonly text: string };

/** Settings to a file and back; a file with an error changes nothing. */
export function SettingsFiles({ settings, onChange, onReset }: SettingsFilesProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSure, setIsSure] = useState(false);

  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const result = readSettingsFile(await file.text());
    // The same file can be chosen again after it was mended.
    input.value = '';
    if ('settings' in result) onChange(result.settings);
    setOutcome(outcomeOf(file.name, result));
  };

  return (
    <>
      <div class="row files">
        <a
          class="button"
          download="plimsoll-options.json"
          href={`data:application/json,${encodeURIComponent(writeSettingsFile(settings))}`}
        >
          {say('options.export')}
        </a>
        <label class="button">
          {say('options.import')}
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.currentTarget)}
          />
        </label>
        {isSure ? (
          <>
            <button
              type="button"
              class="button"
              onClick={() => {
                onReset();
                setIsSure(false);
                setOutcome({ isGood: true, text: say('options.reset') });
              }}
            >
              {say('options.reset.yes')}
            </button>
            <button type="button" class="button" onClick={() => setIsSure(false)}>
              {say('options.reset.keep')}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={() => setIsSure(true)}>
            {say('options.reset.ask')}
          </button>
        )}
      </div>
      {outcome !== null && (
        <p role={outcome.isGood ? 'status' : 'alert'} class={outcome.isGood ? 'secondary' : 'problem'}>
          {outcome.text}
        </p>
      )}
    </>
  );
}

function outcomeOf(file: string, result: SettingsFile): Outcome {
  if ('settings' in result) return { isGood: true, text: say('options.taken', { file }) };
  const { line, path } = result;
  const text =
    path === null || path === ''
      ? say('options.no-options', { file, line })
      : say('options.wrong-field', { file, line, path });
  return { isGood: false, text };
}
