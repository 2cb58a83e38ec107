// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { SettingsRoom } from '../../components/dashboard/settings/SettingsRoom.tsx';
import { readAccounts } from '../../lib/history/read/accounts.ts';
import { readingHistory } from '../../lib/history/read/live.ts';
import { fake } from './fake-polyfill.ts';
import { answerAsBackground, capture, cleanHistoryAfterEach } from './live.ts';
import { makeAccount, makeOrder } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanHistoryAfterEach();

const turnOff = (host: string) => screen.queryByRole('button', { name: `Turn off ${host}` });

describe('markets', () => {
  it('follows what is turned on and off, here and elsewhere', async () => {
    fake.granted.add('https://seller-us.tiktok.com/*');
    render(<SettingsRoom accounts={[]} />);
    await waitFor(() => expect(turnOff('seller-us.tiktok.com')).not.toBeNull());
    const market = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Market' });
    expect([...market.options].map((option) => option.value)).not.toContain('seller-us.tiktok.com');
    fireEvent.change(market, { target: { value: 'seller-uk.tiktok.com' } });
    fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(fake.asked).toEqual(['https://seller-uk.tiktok.com/*']);
    await waitFor(() => expect(turnOff('seller-uk.tiktok.com')).not.toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Turn off seller-us.tiktok.com' }));
    await waitFor(() => expect(turnOff('seller-us.tiktok.com')).toBeNull());
  });

  it('turns a buyer’s own purchases on and off', async () => {
    render(<SettingsRoom accounts={[]} />);
    const market = await screen.findByRole('combobox', { name: 'Market' });
    fireEvent.change(market, { target: { value: 'www.tiktok.com' } });
    fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(fake.asked).toEqual(['https://www.tiktok.com/*']);
    await screen.findByText('Your own purchases', { selector: 'strong' });
    fireEvent.click(screen.getByRole('button', { name: 'Turn off www.tiktok.com' }));
    await waitFor(() => expect(turnOff('www.tiktok.com')).toBeNull());
  });

  it('says so when nothing is turned on', async () => {
    render(<SettingsRoom accounts={[]} />);
    await screen.findByText('No market is turned on: OrderLens reads nothing.');
  });
});

describe('shops', () => {
  it('renames a shop, and takes the name back', async () => {
    await capture([makeOrder('576786105183000001')]);
    answerAsBackground();
    render(<SettingsRoom accounts={[makeAccount()]} />);
    const name = screen.getByRole('textbox', { name: 'Name of US shop' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    fireEvent.input(name, { target: { value: '  Mugs and more ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved.');
    expect((await readAccounts(readingHistory()))[0]?.label).toBe('Mugs and more');
  });
});

describe('the bar on Seller Center', () => {
  it('is shown until it is folded away, here or on the page', async () => {
    answerAsBackground();
    render(<SettingsRoom accounts={[]} />);
    const box = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Show OrderLens on TikTok’s pages',
    });
    await waitFor(() => expect(box.checked).toBe(true));
    fireEvent.click(box);
    await waitFor(async () =>
      expect((await readingHistory().meta.get('overlay.isFolded'))?.value).toBe(true),
    );
    await readingHistory().meta.put({ key: 'overlay.isFolded', value: false });
    await waitFor(() => expect(box.checked).toBe(true));
  });
});
