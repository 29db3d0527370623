import { isJson } from './json.ts';

/**
 * Somewhere a court or a rule forbids to show it. In which country this desk stands is not known, so it counts everywhere:
 * what is withheld in one of them must not be shown there.
 */
export const isWithheld = (post: unknown): boolean => {
  if (!isJson(post) || !isJson(post['withheld'])) return false;
  const { copyright, country_codes: countries } = post['withheld'];
  return copyright === true || (Array.isArray(countries) && countries.length > 0);
};
