/**
 * `npm test`: static checks, unit, property, component and background tests, and beside them the production builds with their
 * size budgets, the scripts in a page and the journeys in a real browser. Everything runs even when a part fails; the last
 * line sums up.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createSections } from './sections.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

type Part = () => Promise<boolean>;

const RINGS = ['inject', 'inject in Firefox', 'journeys'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'test-results');
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const { announce } = createSections(root);

/** Adds a runner's own counts; a runner that died before it could count is one failure. */
function add(ok: boolean, report: string, read: (json: never) => Count): void {
  if (!existsSync(report)) {
    total.failed += 1;
    return;
  }
  const count = read(JSON.parse(readFileSync(report, 'utf8')) as never);
  total.passed += count.passed;
  total.skipped += count.skipped;
  total.failed += !ok && count.failed === 0 ? 1 : count.failed;
}

function check(name: string, command: string, ...args: readonly string[]): Part {
  const run = announce({ name, command, args });
  return async () => {
    const ok = await run();
    if (!ok) total.failed += 1;
    return ok;
  };
}

function unitTests(): Part {
  const report = join(results, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const run = announce({ name: 'unit, property, component, background', command: 'vitest', args });
  return async () => {
    const ok = await run();
    add(ok, report, (json: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests,
    }));
    return ok;
  };
}

function browserTests(): Part {
  const report = join(results, 'browser.json');
  const run = announce({
    name: 'browser: scripts in a page, journeys',
    command: 'playwright',
    // In one run, so that the profile of the journeys is loaded beside the tests that need none.
    args: ['test', ...RINGS.map((ring) => `--project=${ring}`), '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return async () => {
    const ok = await run();
    add(ok, report, ({ stats }: { stats: { expected: number; unexpected: number; skipped: number } }) => ({
      passed: stats.expected,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }));
    return ok;
  };
}

/** One after the other, to the end or to the first that fails. */
async function inTurn(parts: readonly Part[], goesOn: boolean): Promise<boolean> {
  let areAllOk = true;
  for (const part of parts) {
    const ok = await part();
    areAllOk &&= ok;
    if (!ok && !goesOn) break;
  }
  return areAllOk;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
// Types and lint are checked by programs in Go, which are over before they run out of memory: a third less goes into tidying it.
process.env['GOGC'] ??= '400';

const untyped = [
  check('format', 'oxfmt', '--check'),
  check('unused code', 'npm', 'run', '--silent', 'unused'),
];
const typed = [
  // Several checkers would each look at what files share.
  check('types', 'tsc', '--noEmit', '--checkers', '1'),
  check('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  unitTests(),
];
const browsers = check('browsers', 'node', 'test/support/install-browsers.ts');
const builds = [
  check('production build', 'wxt', 'build'),
  check('size budgets', 'size-limit'),
  check('production build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'),
];
const withBrowser = browserTests();

const built = inTurn(builds, false);
// Waits for the network most of the time.
const installed = browsers();
await Promise.all([
  inTurn(untyped, true)
    // A build writes anew the types that these read.
    .then(() => built)
    .then(() => inTurn(typed, true)),
  // A browser would run what an earlier build left.
  Promise.all([built, installed]).then((areReady) => areReady.every(Boolean) && withBrowser()),
]);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
