import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { SIDE_PANEL_CALL } from '../../../core/service/page-messages.ts';
import { offerSidePanel } from '../../../entrypoints/background/offer-side-panel.ts';
import { hearViews } from '../../../entrypoints/background/hear-views.ts';

const TAB = { windowId: 7 };
const OWN = fakeBrowser.runtime.id;

let open: ReturnType<typeof vi.fn>;
let press: (command: string, tab: unknown) => void;

beforeEach(() => {
  fakeBrowser.reset();
  open = vi.fn(async () => {});
  Object.assign(fakeBrowser, { sidePanel: { open }, contextMenus: undefined });
  Object.assign(fakeBrowser.commands, {
    onCommand: { addListener: (listener: typeof press) => (press = listener) },
  });
  offerSidePanel();
});

/** What listeners say at once, and what they answer later. */
function send(message: unknown, sender: object) {
  const answered = vi.fn();
  const kept = fakeBrowser.runtime.onMessage.trigger(message, sender, answered) as Promise<
    readonly unknown[]
  >;
  return { answered, kept };
}

describe('a click in a page', () => {
  test('opens the side panel of its window within the message, and is answered once it is open', async () => {
    const { answered, kept } = send(SIDE_PANEL_CALL, { id: OWN, tab: TAB });

    // A browser takes no later call for a part of the click.
    expect(open.mock.calls).toEqual([[{ windowId: 7 }]]);
    expect(await kept).toContain(true);
    await vi.waitFor(() => expect(answered).toHaveBeenCalledWith({ ok: true, value: null }));
  });

  test('whose side panel cannot be opened is told so', async () => {
    open.mockRejectedValue(new Error('no user gesture'));

    const { answered } = send(SIDE_PANEL_CALL, { id: OWN, tab: TAB });

    await vi.waitFor(() =>
      expect(answered).toHaveBeenCalledWith({ ok: false, refusal: { code: 'failed', figures: {} } }),
    );
  });

  test('is not that of another extension, nor another message', async () => {
    send(SIDE_PANEL_CALL, { id: 'other', tab: TAB });
    send({ kind: 'watch' }, { id: OWN, tab: TAB });
    send(null, { id: OWN, tab: TAB });

    expect(open).not.toHaveBeenCalled();
  });

  test('is left alone by whoever answers the other messages', async () => {
    const answer = vi.fn(async () => ({ ok: true, value: null }) as const);
    hearViews(answer);

    const { answered } = send(SIDE_PANEL_CALL, { id: OWN, tab: TAB });

    await vi.waitFor(() => expect(answered).toHaveBeenCalledOnce());
    expect(answer).not.toHaveBeenCalled();
  });
});

test('its shortcut opens it in the window in front, and others do not', () => {
  press('toggle-panel', TAB);
  expect(open).not.toHaveBeenCalled();

  press('open-side-panel', TAB);

  expect(open.mock.calls).toEqual([[{ windowId: 7 }]]);
});
