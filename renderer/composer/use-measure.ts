import { useEffect, useMemo, useState } from 'react';
import type { MessageKind } from '../../shared/model.ts';
import type * as Counting from './counting.ts';

// The network's way of counting is heavy, so it comes after the text field.
let loaded: typeof Counting | null = null;

/** The count with the signature already in it, and what the text will become; null until counting is possible. */
export const useMeasure = (kind: MessageKind, text: string, initials: string): Counting.Counted | null => {
  const [counting, setCounting] = useState(loaded);
  useEffect(() => {
    if (counting) return;
    void import('./counting.ts').then((module) => {
      loaded = module;
      setCounting(module);
    });
  }, [counting]);
  return useMemo(() => counting && counting.count(kind, text, initials), [counting, kind, text, initials]);
};
