import type { Random } from './random.ts';

function uspsCheck(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body[body.length - 1 - index]);
    sum += index % 2 === 0 ? digit * 3 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

function upsCheck(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const char = body.charCodeAt(index);
    const value = char < 65 ? char - 48 : (char - 63) % 10;
    sum += index % 2 === 0 ? value : value * 2;
  }
  return (10 - (sum % 10)) % 10;
}

function fedexCheck(body: string): number {
  const weights = [3, 1, 7];
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) sum += Number(body[index]) * (weights[index % 3] ?? 0);
  return (sum % 11) % 10;
}

/** The check digit of a postal S10 number such as AB123456785BR. */
function postalCheck(body: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) sum += Number(body[index]) * (weights[index] ?? 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

type Maker = (random: Random) => string;

function checked(body: string, check: (body: string) => number): string {
  return `${body}${check(body)}`;
}

const MAKERS: Record<string, Maker> = {
  USPS: (random) => checked(`94001${random.digits(16)}`, uspsCheck),
  UPS: (random) => `1Z${checked(`9A${random.digits(13)}`, upsCheck)}`,
  FedEx: (random) => checked(`7${random.digits(10)}`, fedexCheck),
  UniUni: (random) => `UUS${random.digits(13)}`,
  GHTK: (random) => `S${random.digits(8)}.MB${random.digits(2)}.${random.digits(8)}`,
  SiCepat: (random) => `00${random.digits(10)}`,
  Correios: (random) => {
    const body = random.digits(8);
    return `NL${body}${postalCheck(body)}BR`;
  },
  Loggi: (random) => `LGI${random.digits(12)}`,
  'J&T Express': (random) => `JP${random.digits(10)}`,
};

/** A number in the carrier's own form, with its check digit where it has one. */
export function trackingNumber(carrier: string, random: Random): string {
  const make = MAKERS[carrier];
  return make ? make(random) : `WSW${random.digits(11)}`;
}
