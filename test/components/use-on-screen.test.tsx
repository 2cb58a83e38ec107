// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useOnScreen } from '../../components/dashboard/alerts/use-on-screen.ts';

let onScreen: (isIntersecting: boolean) => void;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        onScreen = (isIntersecting) => callback([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {
        onScreen = () => {};
      }
    },
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Line({ onSeen }: { onSeen: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  useOnScreen(line, 3000, onSeen);
  return <p ref={line} />;
}

function setUp() {
  const onSeen = vi.fn();
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call, 0));
  const view = render(<Line onSeen={onSeen} />);
  vi.advanceTimersByTime(200);
  return { onSeen, view };
}
const turn = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('what stands on screen', () => {
  it('is seen after a moment, and not before', () => {
    const { onSeen } = setUp();
    onScreen(true);
    vi.advanceTimersByTime(2999);
    expect(onSeen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSeen).toHaveBeenCalledTimes(1);
  });

  it('is not seen when it is scrolled past', () => {
    const { onSeen } = setUp();
    onScreen(true);
    vi.advanceTimersByTime(2000);
    onScreen(false);
    vi.advanceTimersByTime(9000);
    expect(onSeen).not.toHaveBeenCalled();
  });

  it('is not seen in a tab that nobody looks at', () => {
    const { onSeen } = setUp();
    onScreen(true);
    turn('hidden');
    vi.advanceTimersByTime(60_000);
    expect(onSeen).not.toHaveBeenCalled();
    turn('visible');
    vi.advanceTimersByTime(3000);
    expect(onSeen).toHaveBeenCalledTimes(1);
  });

  it('is not seen any more once it is gone', () => {
    const { onSeen, view } = setUp();
    onScreen(true);
    view.unmount();
    vi.advanceTimersByTime(9000);
    expect(onSeen).not.toHaveBeenCalled();
  });
});
