import { memo } from 'react';
import { withShortLinks } from './links.ts';
import { folded } from './plain.ts';

type Props = { text: string; lang: string | null; className?: string | undefined };

export const Preview = memo(({ text, lang, className }: Props) => (
  <bdi className={className} lang={lang ?? undefined}>
    {withShortLinks(folded(text))}
  </bdi>
));
