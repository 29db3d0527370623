/** What may be asked of a conversation for it to be drawn, in the order in which it is offered. */
export const traits = ['breached', 'waited', 'escalated', 'reopened', 'thanked', 'direct', 'unlike'] as const;
export type Trait = (typeof traits)[number];

export const traitWords: Record<Trait, string> = {
  breached: 'a deadline was missed',
  waited: 'the customer waited over an hour',
  escalated: 'a call was promised',
  reopened: 'it was reopened',
  thanked: 'the customer said thanks',
  direct: 'with direct messages',
  unlike: 'answered unlike others',
};

/** One reviewer; a second one who does not know of the first; all of them the same, to compare how they judge. */
export const modes = ['single', 'double', 'calibration'] as const;
export type Mode = (typeof modes)[number];

/** An answer below this likeness to every other one of its account was made for this customer alone, or is odd. */
export const unlikeBelow = 0.25;
/** The customer waited longer than this, in open hours. */
export const waitedOverMs = 3_600_000;
