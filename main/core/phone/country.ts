import type { Settings } from '../../../shared/settings.ts';

/** What a number without a country is taken for: as set, else where this machine says it is. */
export const countryOf = ({ phoneCountry }: Pick<Settings, 'phoneCountry'>): string =>
  phoneCountry ?? machines;

const machines = ((): string => {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  return new Intl.Locale(locale).maximize().region ?? 'GB';
})();
