import { may, type Right } from '../../shared/roles.ts';
import type { Desk } from './state.ts';

/** The same table as core's: what is not allowed is absent or explained, and refused there whoever asks. */
export const iMay = ({ me }: Pick<Desk, 'me'>, right: Right): boolean => may(me.role, right);
