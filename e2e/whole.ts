import { expect } from 'playwright/test';
import { brokenLink, integrityOf } from './kept.ts';

/** What must be true of every desk that was closed: its file is sound, and its log is whole. */
export const expectWhole = (folder: string): void => {
  expect(integrityOf(folder)).toBe('ok');
  expect(brokenLink(folder)).toBeNull();
};
