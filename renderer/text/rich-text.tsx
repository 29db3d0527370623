import { memo } from 'react';
import { tokens } from './entities.ts';
import { shownLink } from './links.ts';
import { openLink } from './open-link.ts';
import { direction, plain } from './plain.ts';
import styles from './rich-text.module.css';

type Props = { text: string; lang: string | null };

/** A stranger's text: text nodes only, in a <bdi>; links show the host they truly lead to and open outside. */
export const RichText = memo(({ text, lang }: Props) => (
  <bdi className={styles.text} dir={direction(text)} lang={lang ?? undefined}>
    {tokens(plain(text)).map((token, at) => {
      const key = `${at} ${token.text}`;
      if (token.as === 'text') return token.text;
      if (token.as !== 'link') {
        return (
          <bdi key={key} className={styles.mark}>
            {token.text}
          </bdi>
        );
      }
      return (
        <a
          key={key}
          className={styles.link}
          href={token.url}
          title={token.url}
          onClick={(event) => {
            event.preventDefault();
            void openLink(token.url);
          }}
          onAuxClick={(event) => event.preventDefault()}
        >
          <bdi>{shownLink(token.url)}</bdi>
        </a>
      );
    })}
  </bdi>
));
