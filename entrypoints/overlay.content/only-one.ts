import { ContentScriptContext } from 'wxt/utils/content-script-context';

declare global {
  /** In the extension's world of a page: the script that stands in it. */
  var plimsoll: ContentScriptContext | undefined;
}

/**
 * Whether `ctx` is the page's only script of ours. A script that starts later tells the earlier ones to end, by an event
 * that the page can send as well: it is not listened to, and the later one ends instead.
 */
export function isOnlyOne(ctx: ContentScriptContext): boolean {
  if (globalThis.plimsoll?.isValid === true) return false;
  globalThis.plimsoll = ctx;
  const { signal } = ctx;
  window.addEventListener(
    ContentScriptContext['SCRIPT_STARTED_MESSAGE_TYPE'],
    (event) => event.stopImmediatePropagation(),
    { capture: true, signal },
  );
  return true;
}
