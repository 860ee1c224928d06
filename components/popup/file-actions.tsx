import { say } from '../../core/i18n/say-own.ts';
import { useRef } from 'preact/hooks';

interface FileActionsProps {
  readonly hasPositions: boolean;
  /** Null while there is nothing to copy. */
  readonly onCopy: (() => void) | null;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  /** Null where the popup stands in a tab already. */
  readonly onOpenTab: (() => void) | null;
}

/** Copy, export and import. */
export function FileActions({ hasPositions, onCopy, onExport, onImport, onOpenTab }: FileActionsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="file-actions">
      <button type="button" class="button" disabled={onCopy === null} onClick={() => onCopy?.()}>
        {say('file.copy')}
      </button>
      <button type="button" class="button" disabled={!hasPositions} onClick={onExport}>
        {say('file.export')}
      </button>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {say('file.import')}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        class="visually-hidden"
        aria-label={say('file.chosen')}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onImport(file);
          currentTarget.value = '';
        }}
      />
      {onOpenTab !== null && (
        <button type="button" class="button" onClick={onOpenTab}>
          {say('file.tab')}
        </button>
      )}
    </div>
  );
}
