// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SparkBars } from '../../components/charts/SparkBars.tsx';
import { exportName } from '../../components/dashboard/data/save-file.ts';
import { undoWords } from '../../components/dashboard/data/UndoButton.tsx';
import { freshnessOf } from '../../components/shared/freshness.ts';
import { hashOf, routeOf } from '../../components/shared/routes.ts';
import { TimeLeft } from '../../components/shared/TimeLeft.tsx';
import { counted, listed, shortId } from '../../components/shared/words.ts';
import { HOUR_MS } from '../../lib/model/time.ts';
import { cleanAfterEach, HOST, makeAccount, NOW } from './support.ts';

cleanAfterEach();

describe('words', () => {
  it('counts and lists', () => {
    expect(counted(1, 'order')).toBe('1 order');
    expect(counted(1204, 'order')).toBe('1,204 orders');
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect([shortId('576786105183999937'), shortId('12345678')]).toEqual(['…999937', '12345678']);
  });

  it('says what an undo did', () => {
    expect(undoWords({ removed: 12, restored: 1, kept: 0 }, false)).toBe(
      'Undone: 12 orders removed and 1 order set back.',
    );
    expect(undoWords({ removed: 0, restored: 0, kept: 2 }, true)).toBe(
      'Undone: 2 orders kept, as a later page or file told more about them.',
    );
    expect(undoWords({ removed: 0, restored: 0, kept: 0 }, true)).toBe('Undone. No order had to change.');
  });

  it('names an export by the day', () => {
    expect(exportName(new Date(2026, 10, 3))).toBe('orderlens-2026-11-03.json');
  });
});

describe('routes', () => {
  it('finds its way back from every address', () => {
    const key = 'seller|file:my shop/50%|576786105183999937';
    expect(routeOf(hashOf('orders', key))).toEqual({ room: 'orders', orderKey: key, part: 'now' });
    expect(routeOf(hashOf('alerts', 'rules'))).toEqual({ room: 'alerts', orderKey: null, part: 'rules' });
    expect(routeOf('#alerts/elsewhere')).toEqual({ room: 'alerts', orderKey: null, part: 'now' });
    expect(routeOf(hashOf('data'))).toEqual({ room: 'data', orderKey: null, part: 'now' });
  });

  it.each(['', '#', '#nowhere', '#orders', '#orders/', '#orders/%E0%A4%A'])(
    'leads from "%s" to the orders',
    (hash) => {
      expect(routeOf(hash)).toEqual({ room: 'orders', orderKey: null, part: 'now' });
    },
  );
});

describe('freshness', () => {
  it('is that of the shop not seen for longest, and stale after six hours', () => {
    const old = makeAccount({ key: 'b', lastSeenAt: NOW - 90 * HOUR_MS, host: 'seller-uk.tiktok.com' });
    expect(freshnessOf([old, makeAccount()], NOW)).toMatchObject({
      words: 'US shop 1 not seen for 3 d',
      isStale: true,
      host: 'seller-uk.tiktok.com',
    });
    expect(freshnessOf([makeAccount()], NOW)).toMatchObject({
      words: 'Seen 4 min ago',
      isStale: false,
      host: HOST,
    });
    expect(freshnessOf([old], NOW)).toMatchObject({ words: 'Not seen for 3 d', isStale: true });
    expect(freshnessOf([makeAccount({ lastSeenAt: NOW - 6 * HOUR_MS })], NOW).isStale).toBe(true);
    expect(freshnessOf([makeAccount({ lastSeenAt: null, host: null })], NOW)).toMatchObject({
      words: 'From files only',
      host: null,
    });
  });
});

describe('a clock', () => {
  it('says what is left, and the exact time and why in its title', () => {
    render(<TimeLeft atMs={NOW - 2 * HOUR_MS} now={NOW} tone="late" why="Page: ship by Sat 10:00" />);
    const pill = screen.getByText('2 h late').parentElement;
    expect(pill?.title).toMatch(/^Page: ship by Sat 10:00 \(.*2026.*\)$/);
  });
});

describe('small bars', () => {
  it('are a picture with a name and a table with the same values', () => {
    const bars = [
      { name: '19 Nov', value: -500, words: '-$5.00' },
      { name: '20 Nov', value: 0, words: '$0.00' },
      { name: '21 Nov', value: 1000, words: '$10.00' },
    ];
    const { container } = render(<SparkBars label="Revenue by day" heads={['Day', 'Revenue']} bars={bars} />);
    screen.getByRole('img', { name: 'Revenue by day' });
    expect(screen.getAllByRole('rowheader').map((head) => head.textContent)).toEqual([
      '19 Nov',
      '20 Nov',
      '21 Nov',
    ]);
    const drawn = [...container.querySelectorAll('rect:not(.hit)')].map((bar) => bar.getAttribute('class'));
    expect(drawn).toEqual(['bar', 'none', 'last']);
  });
});
