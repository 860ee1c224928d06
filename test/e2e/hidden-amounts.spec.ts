import { extensionId } from '../support/launch.ts';
import { expect, test } from './fixtures.ts';

test.use({ profile: 'loaded' });

test('amounts that are hidden in one view are hidden in the other, and stay so', async ({ context }) => {
  const own = `chrome-extension://${await extensionId(context)}/`;
  const [popup, side] = [await context.newPage(), await context.newPage()];
  await popup.goto(`${own}popup.html`);
  await side.goto(`${own}sidepanel.html`);
  await popup.getByLabel('Entry price').fill('90000');
  await popup.getByLabel('Size', { exact: true }).first().fill('25000');
  await expect(popup.getByRole('row', { name: /^Position/ })).toContainText('25.0 k USD');

  await side.getByRole('button', { name: 'Hide amounts' }).click();

  await expect(popup.getByRole('row', { name: /^Position/ })).toContainText('••• USD');
  await expect(popup.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute('aria-pressed', 'true');
  await popup.reload();
  await expect(popup.getByRole('button', { name: 'Hide amounts' })).toHaveAttribute('aria-pressed', 'true');
});
