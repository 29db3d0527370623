import type { ComponentType } from 'react';
import type { Card } from '../../shared/model.ts';
import { AskedBar } from '../experts/asked-bar.tsx';
import { Numbers } from '../phone/numbers.tsx';
import { HoldsPart } from '../retention/holds-part.tsx';
import { AnsweredBy } from './answered-by.tsx';

/** A part of the pane that shows itself when it has something to say. */
export type Section = ComponentType<{ card: Card }>;

/** Between the log and the composer, top to bottom. */
export const sections: readonly Section[] = [AnsweredBy, AskedBar];

/** In the customer's card, below their identities. */
export const customerParts: readonly Section[] = [Numbers, HoldsPart];
