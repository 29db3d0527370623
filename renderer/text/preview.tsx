import { memo } from 'react';
import { withShortLinks } from './links.ts';
import { direction, folded } from './plain.ts';

type Props = { text: string; lang: string | null; className?: string | undefined };

export const Preview = memo(({ text, lang, className }: Props) => {
  const dir = direction(text);
  const shown = withShortLinks(folded(text));
  return (
    <bdi className={className} dir={dir} lang={lang ?? undefined}>
      {dir === 'rtl' ? isolated(shown) : shown}
    </bdi>
  );
});

/** A handle among letters that run the other way keeps its @ in front. */
const isolated = (text: string): string => text.replace(/[@#]\w+/gu, '\u2068$&\u2069');
