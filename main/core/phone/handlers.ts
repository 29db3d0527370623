import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { phonesOfCustomer, phonesPage } from './board.ts';
import { abandon, book, give } from './book.ts';
import { endCall, noteCall } from './call.ts';
import { dial } from './dial.ts';

type PhoneRequest =
  | 'phone.prepare'
  | 'phone.request'
  | 'phone.attach'
  | 'phone.reveal'
  | 'phone.book'
  | 'phone.give'
  | 'phone.abandon'
  | 'phones.page'
  | 'phones.of'
  | 'call.dial'
  | 'call.waiting'
  | 'call.note'
  | 'call.end';

/** What reads numbers is fetched when the first one is read: its tables are no part of a start. */
export const phoneHandlers = (
  desk: Desk,
  { ringing, softphone }: Pick<Surroundings, 'ringing' | 'softphone'>,
): Pick<Handlers, PhoneRequest> => ({
  'phone.prepare': async ({ threadId }) => (await import('./prepare.ts')).prepareSlip(desk, threadId),
  'phone.request': async (input) => (await import('./request.ts')).requestCall(desk, input),
  'phone.attach': async (input) => (await import('./attach.ts')).attachNumber(desk, input),
  'phone.reveal': async ({ id }) => (await import('./reveal.ts')).revealNumber(desk, id),
  'phone.book': (input) => book(desk, input),
  'phone.give': (input) => give(desk, input),
  'phone.abandon': (input) => abandon(desk, input),
  'phones.page': (input) => phonesPage(desk.db, input),
  'phones.of': ({ customerId }) => phonesOfCustomer(desk.db, customerId),
  'call.dial': ({ escalationId }) => dial(desk, softphone, escalationId),
  'call.waiting': () => ringing.waiting(desk.me),
  'call.note': (input) => noteCall(desk, input),
  'call.end': (input) => endCall(desk, input),
});
