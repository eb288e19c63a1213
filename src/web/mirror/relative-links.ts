/** Where a page of the node stands in a copy; nothing for what the copy has not. The path may have a question and a fragment. */
export type PlaceInCopy = (address: string) => string | undefined;

/**
 * A page with its links made relative to where it stands in the copy. What the copy has not leads to the node where
 * `online` names its address; otherwise links lead nowhere and forms are left out.
 */
export function withRelativeLinks(html: string, from: string, place: PlaceInCopy, online: string): string {
  const to = (address: string): string | undefined => {
    if (!address.startsWith('/')) return online === '' ? undefined : address;
    const file = place(address);
    if (file !== undefined) return relative(from, file);
    return online === '' ? undefined : online + address;
  };
  return html
    .replace(/<link rel=(?:canonical|alternate)[^>]*>/g, '')
    .replace(/<form\b[^>]*\saction="([^"]*)"[^>]*>[\s\S]*?<\/form>/g, (form, action: string) =>
      to(unescaped(action)) === undefined ? '' : form,
    )
    .replace(/<a\b[^>]*\shref="([^"]*)"[^>]*\srel=nofollow[^>]*>[^<]*<\/a>/g, (link, address: string) =>
      isOfNode(address) && to(unescaped(address)) === undefined ? '' : link,
    )
    .replace(/<p class=sort><span>[^<]*<\/span><\/p>/g, '')
    .replace(/\s(href|action)="(\/[^"]*|webcal:[^"]*)"/g, (_, name: string, address: string) => {
      const target = to(unescaped(address));
      return target === undefined ? '' : ` ${name}="${escaped(target)}"`;
    });
}

/** Feeds, files, signing in: a copy has none of them, and a word that led there would only stand in the way. */
function isOfNode(address: string): boolean {
  return address.startsWith('/') || address.startsWith('webcal:');
}

/** From one file of the copy to another. */
export function relative(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return '../'.repeat(up) + to;
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
