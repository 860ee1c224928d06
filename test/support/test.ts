/**
 * `npm test`: static checks, unit, property, component and background tests, the production build with its
 * size budgets, and the journeys in a real browser. Everything runs even when a part fails; the last line sums up.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureChromium } from './browser.ts';
import { ensureFirefox } from './firefox.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, 'test-results');
const total: Count = { passed: 0, failed: 0, skipped: 0 };

function run(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const startedAt = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

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

function check(name: string, command: string, args: readonly string[]): boolean {
  const ok = run(name, command, args);
  if (!ok) total.failed += 1;
  return ok;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);

check('types', 'tsc', ['--noEmit']);
check('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
check('format', 'oxfmt', ['--check']);
check('unused code', 'knip', []);

const vitestReport = join(results, 'vitest.json');
add(
  run('unit, property, component, background', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]),
  vitestReport,
  (json: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests,
  }),
);

const built =
  check('production build', 'wxt', ['build']) &&
  check('size budgets', 'size-limit', []) &&
  check('production build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3']);
if (built) {
  process.env['PLIMSOLL_CHROMIUM'] = ensureChromium();
  if (ensureFirefox() === null) console.log('No Firefox: its journey is skipped.');
  for (const project of ['inject', 'journeys']) {
    const report = join(results, `${project}.json`);
    const options = [`--project=${project}`, '--reporter=list,json'];
    add(
      run(`browser, ${project}`, 'playwright', ['test', ...options], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
      report,
      (json: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
        passed: json.stats.expected + json.stats.flaky,
        failed: json.stats.unexpected,
        skipped: json.stats.skipped,
      }),
    );
  }
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
