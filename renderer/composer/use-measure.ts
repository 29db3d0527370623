import { useEffect, useState } from 'react';
import type * as Compose from '../../shared/compose.ts';
import type { MessageKind } from '../../shared/model.ts';

// The network's way of counting is heavy, so it comes after the text field.
let loaded: typeof Compose | null = null;

/** The count with the signature already in it; null until counting is possible. */
export const useMeasure = (kind: MessageKind, text: string, initials: string): Compose.Measure | null => {
  const [compose, setCompose] = useState(loaded);
  useEffect(() => {
    if (compose) return;
    void import('../../shared/compose.ts').then((module) => {
      loaded = module;
      setCompose(module);
    });
  }, [compose]);
  if (!compose) return null;
  const { sign, measure } = compose;
  // Before the first word the signature is reserved all the same.
  return measure(kind, text.trim() === '' ? ` ^${initials}` : sign(text, initials));
};
