import twitter from 'twitter-text';

export type Token =
  | { as: 'text' | 'mention' | 'hashtag'; text: string }
  | { as: 'link'; text: string; url: string };

/** A text cut where the network sees links, mentions and hashtags. */
export const tokens = (text: string): Token[] => {
  const found = [
    ...twitter
      .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })
      .map((entity) => ({ ...entity, as: 'link' as const })),
    ...twitter.extractMentionsWithIndices(text).map((entity) => ({ ...entity, as: 'mention' as const })),
    ...twitter.extractHashtagsWithIndices(text).map((entity) => ({ ...entity, as: 'hashtag' as const })),
  ].sort((a, b) => a.indices[0] - b.indices[0]);

  const all: Token[] = [];
  let done = 0;
  for (const { as, indices } of found) {
    const [from, to] = indices;
    if (from < done) continue;
    if (from > done) all.push({ as: 'text', text: text.slice(done, from) });
    const part = text.slice(from, to);
    all.push(as === 'link' ? { as, text: part, url: part } : { as, text: part });
    done = to;
  }
  if (done < text.length) all.push({ as: 'text', text: text.slice(done) });
  return all;
};
