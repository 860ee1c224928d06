import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { guardPresses } from '../../components/page/guard/guard-presses.ts';

/** What the stubbed observer would tell. */
let tell: (entries: readonly object[]) => void;

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      takeRecords = () => [];
      constructor(hear: typeof tell) {
        tell = hear;
      }
    },
  );
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('getComputedStyle', () => ({
    top: '96px',
    right: '16px',
    opacity: '1',
    transform: 'none',
    getPropertyValue: () => 'none',
  }));
  return () => vi.unstubAllGlobals();
});

afterEach(() => document.querySelectorAll('html > div').forEach((host) => host.remove()));

function mount() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<div class="panel">
    <button id="fold"></button><p><button id="snooze"></button></p>
  </div>`;
  document.documentElement.append(host);
  const panel = root.querySelector<HTMLElement>('.panel')!;
  const box = { top: 96, right: 984, width: 320, height: 480 };
  vi.spyOn(panel, 'offsetWidth', 'get').mockReturnValue(320);
  vi.spyOn(panel, 'offsetHeight', 'get').mockReturnValue(480);
  vi.spyOn(panel, 'getBoundingClientRect').mockImplementation(() => box as DOMRect);
  const onTop = vi.fn((): Element => host);
  Object.assign(document, { elementFromPoint: onTop });
  const onPress = vi.fn();
  const guard = guardPresses(root, onPress);
  const foot = root.querySelector('p')!;
  guard.watch(foot);
  const clicked: string[] = [];
  panel.addEventListener('click', ({ target }) => clicked.push((target as Element).id));
  const send = (id: string, event: Event, isTrusted = true) => {
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    Object.defineProperty(event, 'timeStamp', { value: 1000 });
    root.getElementById(id)?.dispatchEvent(event);
    return event;
  };
  const press = (id: string, isTrusted = true) => {
    const options = { bubbles: true, cancelable: true, composed: true, detail: 1 };
    send(id, new PointerEvent('pointerdown', options), isTrusted);
    send(id, new MouseEvent('click', options), isTrusted);
    return clicked.splice(0);
  };
  const see = (isVisible: boolean, time: number) =>
    tell([{ target: foot, time, isVisible, isIntersecting: true }]);
  return { box, host, onTop, onPress, press, send, see };
}

test('a press of the user’s counts, one of a script does not and is not spoken of', () => {
  const { press, onPress } = mount();

  expect(press('fold', false)).toEqual([]);
  expect(onPress).not.toHaveBeenCalled();
  expect(press('fold')).toEqual(['fold']);
  expect(onPress).toHaveBeenLastCalledWith(true);
});

test('what lowers a warning counts once it has been visible for 300 ms, and one that comes too soon is not spoken of', () => {
  const { press, see, onPress } = mount();

  expect(press('snooze')).toEqual([]);
  expect(onPress).toHaveBeenLastCalledWith(false);
  onPress.mockClear();
  see(true, 701);
  expect(press('snooze')).toEqual([]);
  // The page has done nothing wrong.
  expect(onPress).not.toHaveBeenCalled();
  see(false, 702);
  see(true, 700);
  expect(press('snooze')).toEqual(['snooze']);
});

test('a browser that does not know what covers an element is asked whether it is in the window', () => {
  const { press, see } = mount();
  see(undefined as unknown as boolean, 0);

  expect(press('snooze')).toEqual(['snooze']);
});

test('a click does not count whose beginning did not, though all is well when it ends', () => {
  const { press, onTop } = mount();
  onTop.mockReturnValueOnce(document.body);

  expect(press('fold')).toEqual([]);
  expect(press('fold')).toEqual(['fold']);
});

test('a panel that was moved or enlarged takes no press', () => {
  const { press, box } = mount();
  box.top = 300;
  expect(press('fold')).toEqual([]);
  Object.assign(box, { top: 96, width: 960 });

  expect(press('fold')).toEqual([]);
});

test('nor does one that stands in another element of the page', () => {
  const { press, host } = mount();
  const other = document.createElement('div');
  document.documentElement.append(other);
  other.append(host);

  expect(press('fold')).toEqual([]);
});

test('Enter is a press, and a letter is none', () => {
  const { send, box, onPress } = mount();
  const key = (name: string) =>
    send('fold', new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  box.top = 300;

  expect(key('Enter').defaultPrevented).toBe(true);
  expect(key('a').defaultPrevented).toBe(false);
  expect(onPress.mock.calls).toEqual([[false]]);
});
