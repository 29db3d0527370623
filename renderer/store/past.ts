import { createContext, useContext } from 'react';
import type { Ms } from '../../shared/model.ts';

/**
 * The moment that a part of the window shows a thread as of; null: the present. What counts down there counts to that
 * moment, and nothing there offers to change anything.
 */
export const Past = createContext<Ms | null>(null);
/** The same as a yes or no: it stays as it is while one moment follows the other. */
export const IsPast = createContext(false);
export const useIsPast = (): boolean => useContext(IsPast);
