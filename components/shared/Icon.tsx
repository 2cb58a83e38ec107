const PATHS = {
  alert: 'M10 5.5v5M10 14v.01M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16',
  clock: 'M10 5.5V10l3 2M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16',
  return: 'M7 4 3 8l4 4M3 8h9a5 5 0 0 1 0 10H8',
  cancel: 'M7 7l6 6M13 7l-6 6M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16',
  lock: 'M4.5 9h11v8.5h-11zM7 9V6a3 3 0 0 1 6 0v3',
  unread: 'M3 3l14 14M8 4.3A9 9 0 0 1 18 10a12 12 0 0 1-1.8 2.6M12.6 15.2A9 9 0 0 1 2 10a12 12 0 0 1 3-3.7',
  note: 'M3 3.5h14v10h-6L7 17v-3.5H3zM6.5 7h7M6.5 10h4',
  check: 'M4 10.5l4 4 8-9',
  search: 'M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3m4.4 10.4L17 17',
  copy: 'M7 7h9v10H7zM13 7V3H4v10h3',
  close: 'M5 5l10 10M15 5L5 15',
  out: 'M11 3h6v6M17 3l-8 8M14 11.5V17H3V6h5.5',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10m8-2a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  home: 'M3 9.5 10 3l7 6.5M5 8v9h10V8',
  shield: 'M10 2.5l6.5 2.5v4.5c0 4-2.7 6.8-6.5 8-3.8-1.2-6.5-4-6.5-8V5z',
  box: 'M3 6.5l7-3.5 7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words that say the same; screen readers skip it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
