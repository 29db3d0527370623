import { memo } from 'react';
import { withShortLinks } from './links.ts';
import { folded } from './plain.ts';

export const Preview = memo(({ text, lang }: { text: string; lang: string | null }) => (
  <bdi lang={lang ?? undefined}>{withShortLinks(folded(text))}</bdi>
));
