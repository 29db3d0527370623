import { ahead } from '../ui/ahead.tsx';

/** On the board, in a file of its own. */
export const { View: QualityPart } = ahead(async () => (await import('./quality.tsx')).Quality);
