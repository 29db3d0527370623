const start = 'app://earshot/image/';

/** Under this address the window may show a picture of a network: the desk fetches and checks it. */
export const imageAddress = (url: string): string => `${start}${encodeURIComponent(url.toWellFormed())}`;

/** The picture meant by such an address; null: it is no picture's. */
export const imageOf = (address: string): string | null => {
  if (!address.startsWith(start)) return null;
  try {
    return decodeURIComponent(address.slice(start.length));
  } catch {
    return null;
  }
};
