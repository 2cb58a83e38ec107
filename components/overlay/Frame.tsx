/** Our mark, by which people know whose piece it is. */
export function Mark16() {
  return (
    <span class="mark">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.6 10.6 3.4 3.4" />
      </svg>
    </span>
  );
}

/** Folds the overlay away for good. */
export function FoldButton({ label, onFold }: { label: string; onFold(): void }) {
  const fold = (event: Event) => {
    // On a card of a list, the click would open the order.
    event.stopPropagation();
    onFold();
  };
  return (
    <button
      type="button"
      class="fold"
      aria-label={label}
      title="Hide. Settings brings it back"
      onClick={fold}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m4 4 8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
