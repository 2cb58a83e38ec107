// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { guessHost } from '../../components/welcome/guess-host.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { SELLER_HOSTS } from '../../lib/model/market.ts';
import { fake } from './fake-polyfill.ts';
import { cleanAfterEach } from './support.ts';

vi.mock('webextension-polyfill', () => import('./fake-polyfill.ts'));
cleanAfterEach();

const choose = (host: string) =>
  fireEvent.change(screen.getByRole('combobox', { name: 'Market' }), { target: { value: host } });
const clickTurnOn = () => fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));

describe('the welcome page', () => {
  it('has the names that people and tests know it by', () => {
    render(<Welcome />);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'I sell on TikTok Shop' }).checked).toBe(
      true,
    );
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'I buy on TikTok Shop' }).checked).toBe(
      false,
    );
    const market = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Market' });
    expect([...market.options].map((option) => option.value)).toEqual(SELLER_HOSTS.map(({ host }) => host));
  });

  it('asks for the chosen host in the click, and shows what to do next', async () => {
    render(<Welcome />);
    choose('seller-vn.tiktok.com');
    clickTurnOn();
    expect(fake.asked).toEqual(['https://seller-vn.tiktok.com/*']);
    await screen.findByText('seller-vn.tiktok.com', { selector: 'strong' });
    fireEvent.click(screen.getByRole('button', { name: 'Open Seller Center' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open dashboard' }));
    expect(fake.opened).toEqual([
      'https://seller-vn.tiktok.com/order',
      'chrome-extension://orderlens/dashboard.html',
    ]);
    expect(fake.messages).toEqual([{ command: 'access.sync', data: {} }]);
  });

  it('takes a no, and asks again when told to', async () => {
    fake.saysYes = false;
    render(<Welcome />);
    clickTurnOn();
    await screen.findByText(/stays off: your browser was told no/);
    fake.saysYes = true;
    clickTurnOn();
    await screen.findByRole('button', { name: 'Open Seller Center' });
  });

  it('says why it failed', async () => {
    fake.answer = async () => ({ ok: false, error: 'Out of luck' });
    render(<Welcome />);
    clickTurnOn();
    expect((await screen.findByRole('alert')).textContent).toContain('Out of luck');
  });

  it('asks for the buyers’ host alone, and leads to the orders there', async () => {
    render(<Welcome />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'I sell on TikTok Shop' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'I buy on TikTok Shop' }));
    clickTurnOn();
    expect(fake.asked).toEqual(['https://www.tiktok.com/*']);
    await screen.findByText('www.tiktok.com', { selector: 'strong' });
    expect(screen.queryByRole('button', { name: 'Open Seller Center' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open your orders on TikTok' }));
    expect(fake.opened).toEqual(['https://www.tiktok.com/shop/order_list']);
  });

  it('asks once for who buys and sells, and tells both when the answer is no', async () => {
    fake.saysYes = false;
    render(<Welcome />);
    choose('seller-uk.tiktok.com');
    fireEvent.click(screen.getByRole('checkbox', { name: 'I buy on TikTok Shop' }));
    clickTurnOn();
    expect(fake.asked).toEqual(['https://seller-uk.tiktok.com/*', 'https://www.tiktok.com/*']);
    await screen.findByText(/seller-uk.tiktok.com and www.tiktok.com stay off/);
  });

  it('shows what is on already, and asks nobody who does not sell', async () => {
    fake.granted.add('https://seller-uk.tiktok.com/*');
    render(<Welcome />);
    await screen.findByText('seller-uk.tiktok.com', { selector: 'strong' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'I sell on TikTok Shop' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Turn on' }).disabled).toBe(true);
  });
});

describe('guessHost', () => {
  it.each([
    ['en-GB', 'seller-uk.tiktok.com'],
    ['vi', 'seller-vn.tiktok.com'],
    ['es-MX', 'seller-mx.tiktok.com'],
    ['id', 'seller-id.tokopedia.com'],
    ['en', 'seller-us.tiktok.com'],
    ['sv-SE', 'seller-us.tiktok.com'],
    ['', 'seller-us.tiktok.com'],
  ])('%s -> %s', (language, host) => {
    expect(guessHost(language)).toBe(host);
  });
});
