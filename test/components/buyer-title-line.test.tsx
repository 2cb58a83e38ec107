// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TitleLine } from '../../components/overlay/buyer/TitleLine.tsx';
import type { OverlayMark } from '../../lib/messages/protocol.ts';

afterEach(cleanup);

const mark = (words: string, place: OverlayMark['place'] = 'card'): OverlayMark => ({
  tone: 'calm',
  words,
  detail: `Page: ${words}`,
  place,
});
const MARKS = [mark('Refund awaited: $5.00'), mark('Delivered'), mark('Return window closed', 'page')];

describe('the line beside an order’s title', () => {
  it('has the marks of the card, and all with their sources behind “Details”', () => {
    render(<TitleLine marks={MARKS} roomPx={900} onFold={() => {}} />);
    const chips = [...document.querySelectorAll('.chip')].map((chip) => chip.textContent);
    expect(chips).toEqual(['Refund awaited: $5.00', 'Delivered']);
    const reasons = [...document.querySelectorAll('.reason')].map((reason) => reason.textContent);
    expect(reasons).toHaveLength(3);
    expect(reasons[2]).toBe('Return window closedPage: Return window closed');
    expect(screen.getByText('Details').closest('details')?.open).toBe(false);
  });

  it('closes on Escape', () => {
    render(<TitleLine marks={MARKS} roomPx={900} onFold={() => {}} />);
    const details = screen.getByText('Details').closest('details');
    if (!details) throw new Error('no details');
    details.open = true;
    fireEvent.keyDown(details, { key: 'a' });
    expect(details.open).toBe(true);
    fireEvent.keyDown(details, { key: 'Escape' });
    expect(details.open).toBe(false);
  });

  it('shows one mark where there is little room, and nothing where there is none', () => {
    const { rerender } = render(<TitleLine marks={MARKS} roomPx={300} onFold={() => {}} />);
    expect(document.querySelectorAll('.chip')).toHaveLength(1);
    rerender(<TitleLine marks={MARKS} roomPx={100} onFold={() => {}} />);
    expect(document.querySelector('section')).toBeNull();
  });

  it('can be hidden', () => {
    const onFold = vi.fn();
    render(<TitleLine marks={MARKS} roomPx={900} onFold={onFold} />);
    fireEvent.click(screen.getByRole('button', { name: 'Hide OrderLens on TikTok' }));
    expect(onFold).toHaveBeenCalledOnce();
  });
});
