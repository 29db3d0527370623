/**
 * The address of a picture that may be fetched, or null. Only https, only the usual port, no name and password in it, and only
 * where the network keeps its pictures: whatever a window says, no word of this desk can be carried to anywhere else.
 */
export const allowedAddress = (url: string, hosts: readonly string[]): URL | null => {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== 'https:' || address.port !== '') return null;
  if (address.username !== '' || address.password !== '') return null;
  const name = address.hostname.replace(/\.$/u, '');
  return hosts.some((host) => name === host || name.endsWith(`.${host}`)) ? address : null;
};
