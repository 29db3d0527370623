/** The one line the public sees after a call; the agent reads it before it goes. `name` as the network shows it. */
export const closeLine = (name: string): string => {
  const first = /^\p{L}[\p{L}\p{M}'’-]*/u.exec(name.trim())?.[0];
  const thanks = first === undefined ? 'Thanks for the call.' : `Thanks for the call, ${first}.`;
  return `${thanks} If anything is still open, just write here.`;
};
