import { SELLER_HOSTS } from '../../lib/model/market.ts';

const FALLBACK = 'seller-us.tiktok.com';

/** The host that a person with this browser language most likely sells on: "en-GB" -> seller-uk.tiktok.com. */
export function guessHost(language: string): string {
  return SELLER_HOSTS.find((entry) => entry.market === regionOf(language))?.host ?? FALLBACK;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}
