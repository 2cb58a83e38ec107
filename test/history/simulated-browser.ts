import { vi } from 'vitest';
import browser from 'webextension-polyfill';
import { catchUp, followClock } from '../../lib/background/alerts.ts';
import type { History } from '../../lib/history/db.ts';
import { localTimeZone } from '../../lib/model/time.ts';
import type { Random } from '../shop/random.ts';
import { HOUR } from './build.ts';

/** Where a worker can die. */
const DEATHS = [
  'before telling',
  'before showing',
  'after showing',
  'before the badge',
  'before the alarm',
] as const;
export type Death = (typeof DEATHS)[number] | 'in a sweep' | 'before reading';

const ABORTED = 'the worker died in a sweep';

/**
 * A browser with a clock of its own, one alarm, a desktop that notes what it shows, and a worker that dies now and
 * then: at random between any two steps, or in the midst of a sweep's transaction.
 */
export class SimulatedBrowser {
  /** True time, and how far the computer's clock is from it. */
  time: number;
  offset = 0;
  /** Per notification, when it was shown. */
  readonly shown = new Map<string, number[]>();
  readonly deaths = new Map<Death, number>();
  /** When the worker did all of its steps, on the computer's clock, and the time zone then. */
  readonly finished: { at: number; zone: string }[] = [];
  private alarmAt: number | null = null;
  private isAlive = false;
  private die: (() => void) | null = null;
  /** What was captured and not read before the worker died, by its row in the inbox. */
  private readonly waiting = new Map<number, () => Promise<unknown>>();

  private readonly db: History;
  private readonly random: Random;
  /** How likely the worker dies at each step. */
  private readonly risk: number;

  constructor(db: History, random: Random, risk: number, start: number) {
    this.db = db;
    this.random = random;
    this.risk = risk;
    this.time = start;
    vi.useFakeTimers({ now: start, toFake: ['Date'] });
    vi.spyOn(browser.permissions, 'contains').mockImplementation(async () =>
      this.survive('before telling', true),
    );
    vi.spyOn(browser.notifications, 'create').mockImplementation(async (id) => this.show(String(id)));
    vi.spyOn(browser.notifications, 'getAll').mockResolvedValue({});
    vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async () =>
      this.survive('before the badge', undefined),
    );
    vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(browser.action, 'setTitle').mockImplementation(async () =>
      this.survive('before the alarm', undefined),
    );
    vi.spyOn(browser.alarms, 'clear').mockResolvedValue(true);
    const setAlarm = async (_name: unknown, info?: { when?: number }) => {
      this.alarmAt = info?.when ?? null;
    };
    vi.spyOn(browser.alarms, 'create').mockImplementation(setAlarm);
    db.alerts.hook('creating', () => {
      if (!this.random.chance(this.risk / 10)) return;
      this.count('in a sweep');
      throw new Error(ABORTED);
    });
  }

  /** What the computer's clock says. */
  get wall(): number {
    return this.time + this.offset;
  }

  /** Lets the time pass, ringing the alarm whenever it is due. */
  async passUntil(time: number): Promise<void> {
    while (this.alarmAt !== null && this.alarmAt - this.offset <= time) {
      this.time = Math.max(this.time, this.alarmAt - this.offset);
      await this.ring();
    }
    this.time = Math.max(this.time, time);
  }

  /** Nothing happens for a while; an alarm that was missed rings when it is over. */
  sleepUntil(time: number): void {
    this.isAlive = false;
    this.time = time;
  }

  /** The browser is closed and opened again: the alarm is gone, and the worker starts. */
  async restart(): Promise<void> {
    this.alarmAt = null;
    this.isAlive = false;
    await this.wake(async () => {});
  }

  /** A page is captured; sometimes the worker dies when it has only put it into the inbox. */
  async capture(write: (at: number) => Promise<unknown>): Promise<void> {
    const at = this.wall;
    if (!this.random.chance(this.risk * 3)) return this.wake(() => write(at));
    await this.wake(async () => {
      const row = { url: 'u', requestText: '', bodyText: '', host: 'h', seenAt: at, attempts: 0 };
      const id = await this.db.inbox.add(row);
      this.waiting.set(id, () => write(at));
      await this.survive('before reading', undefined, 1);
    });
  }

  /** The worker does something, and follows the clock; if it is not there, it starts first. */
  async wake(work: () => Promise<unknown>): Promise<void> {
    vi.setSystemTime(this.wall);
    const died = new Promise<void>((resolve) => {
      this.die = resolve;
    });
    await Promise.race([this.live(work), died]);
  }

  private async ring(): Promise<void> {
    // Chrome rings it again after its period, whether or not the worker lived to set the next one.
    this.alarmAt = this.wall + HOUR;
    await this.wake(async () => {});
  }

  private async live(work: () => Promise<unknown>): Promise<void> {
    try {
      if (!this.isAlive) {
        await catchUp(this.db);
        await this.drain();
        this.isAlive = true;
      }
      await work();
      await followClock(this.db);
      this.finished.push({ at: this.wall, zone: localTimeZone() });
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes(ABORTED)) throw error;
      this.isAlive = false;
    }
  }

  private async drain(): Promise<void> {
    for (const [id, write] of this.waiting) {
      await write();
      await this.db.inbox.delete(id);
      this.waiting.delete(id);
    }
  }

  private async show(id: string): Promise<string> {
    await this.survive('before showing', undefined);
    this.shown.set(id, [...(this.shown.get(id) ?? []), this.wall]);
    return this.survive('after showing', id);
  }

  /** Goes on with a value, or never: a dead worker waits for nothing. */
  private survive<T>(death: Death, value: T, risk = this.risk): Promise<T> {
    if (!this.random.chance(risk)) return Promise.resolve(value);
    this.count(death);
    this.isAlive = false;
    this.die?.();
    return new Promise(() => {});
  }

  private count(death: Death): void {
    this.deaths.set(death, (this.deaths.get(death) ?? 0) + 1);
  }
}
