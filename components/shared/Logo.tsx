/** The mark and the name. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <span class="logo">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" />
        <g>
          <circle cx="14.5" cy="14.5" r="6" />
          <path d="m19 19 5 5" />
        </g>
      </svg>
      OrderLens
    </span>
  );
}
