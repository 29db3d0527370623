import type { FailureDetail, FailureKind } from '../provider.ts';
import type { Problem } from './problem.ts';

type Refusal = {
  kind: FailureKind;
  /** In words for the agent. */
  reason: string;
  about?: FailureDetail;
  codes?: readonly number[];
  types?: readonly string[];
  detail?: RegExp;
};

/** Known refusals, most telling first. X documents few of these sentences; the numbers are from its older API. */
const refusals: readonly Refusal[] = [
  {
    kind: 'rejected',
    about: 'duplicate',
    reason: 'X refused it as identical to an earlier post.',
    codes: [187],
    detail: /duplicate/i,
  },
  {
    kind: 'rejected',
    about: 'not-summoned',
    reason:
      'X does not accept this reply: the author did not mention the brand in that post, nor quote one of its posts.',
    detail:
      /not been mentioned|otherwise engaged|mentioned or quoted|not mentioned|only (?:allowed|permitted).*(?:mention|quot)/i,
  },
  {
    kind: 'rejected',
    reason: 'X does not accept this reply: the author limited who may answer that post.',
    codes: [433],
    detail:
      /reply to this conversation is not allowed|conversation.*restricted|replies? (?:are|is) (?:restricted|limited)/i,
  },
  {
    kind: 'gone',
    about: 'deleted-target',
    reason: 'The post was deleted or is no longer visible to the brand.',
    codes: [34, 144, 179, 385, 421, 422],
    detail: /deleted or not visible|(?:tweet|post).*(?:deleted|does not exist|not exist)/i,
  },
  {
    kind: 'gone',
    reason: 'X no longer shows this.',
    types: [
      'resource-not-found',
      'not-authorized-for-resource',
      'resource-unavailable',
      'disallowed-resource',
    ],
  },
  {
    kind: 'rejected',
    about: 'encrypted',
    reason: 'This chat is encrypted: X lets only its own apps write in it.',
    detail: /encrypted/i,
  },
  {
    kind: 'rejected',
    about: 'dm-closed',
    reason: 'X does not deliver direct messages from the brand to this person.',
    codes: [150, 151, 349, 476],
    detail:
      /permission to (?:DM|message)|(?:cannot|can't|can not|not allowed to|unable to) (?:send|message).*(?:user|person|recipient|participant|message)|does not accept direct|not permitted to send.*direct message/i,
  },
  { kind: 'rejected', reason: 'The text is too long for X.', codes: [186, 354], detail: /too long/i },
  {
    kind: 'rejected',
    reason: 'X takes this for automated or unwanted text and refused it.',
    codes: [226],
    detail: /automated|spam/i,
  },
  {
    kind: 'auth',
    reason: 'X has suspended the brand’s account.',
    codes: [64],
    detail: /your account is suspended/i,
  },
  {
    kind: 'auth',
    reason: 'X has locked the brand’s account: sign in at x.com to unlock it.',
    codes: [326],
    detail: /locked/i,
  },
  {
    kind: 'auth',
    reason: 'The X app may not do this for the brand: a permission is missing. Connect the account again.',
    codes: [93, 220, 261],
    types: ['client-forbidden', 'oauth1-permissions', 'unsupported-authentication'],
  },
];

export const findRefusal = (problem: Problem): Refusal | undefined =>
  refusals.find(
    ({ codes = [], types = [], detail }) =>
      codes.some((code) => problem.codes.includes(code)) ||
      types.includes(problem.type) ||
      detail?.test(problem.detail) === true,
  );
