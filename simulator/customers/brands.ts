import type { User } from '../world/model.ts';

export type Trade = 'mobile' | 'rail';

export interface Brand {
  user: User;
  trade: Trade;
}

/** Invented companies; no such handle belongs to a care team. */
export function inventedBrands(): Brand[] {
  return [
    {
      trade: 'mobile',
      user: brandUser(
        '1508263470221475840',
        'hallammobile',
        'Hallam Mobile',
        84_210,
        'Yorkshire’s own network. Here to help 7am–11pm, every day.',
        'Sheffield, England',
      ),
    },
    {
      trade: 'rail',
      user: brandUser(
        '1493117209835683842',
        'dalescoastrail',
        'Dales & Coast Rail',
        41_877,
        'Trains between the Dales and the sea. Tweet us 6am–midnight. Delays: /status',
        'York, England',
      ),
    },
  ];
}

function brandUser(
  id: string,
  handle: string,
  name: string,
  followers: number,
  description: string,
  location: string,
): User {
  return {
    id,
    handle,
    name,
    isBrand: true,
    createdAtMs: Date.UTC(2022, 2, 28, 9),
    description,
    location,
    followers,
    following: 312,
    postsBefore: 61_204,
    verified: 'business',
    state: 'active',
  };
}
