/** A card whose content takes longer than a moment. */
export function LoadingCard({ title }: { title: string }) {
  return (
    <section class="card" aria-label={title} aria-busy="true">
      <h3>{title}</h3>
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="visually-hidden">Loading</span>
    </section>
  );
}
