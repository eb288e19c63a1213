/** Where a page of the node stands in a copy; nothing for what the copy has not. The path may have a question and a fragment. */
export type PlaceInCopy = (address: string) => string | undefined;

/**
 * A page with its links made relative to where it stands in the copy. What the copy has not leads to the node where
 * `online` names its address; otherwise links lead nowhere and forms are left out.
 */
export function withRelativeLinks(html: string, from: string, place: PlaceInCopy, online: string): string {
  const to = (address: string): string | undefined => {
    const file = place(address);
    if (file !== undefined) return relative(from, file);
    return online === '' ? undefined : online + address;
  };
  return html
    .replace(/<link rel=(?:canonical|alternate)[^>]*>/g, '')
    .replace(/<form\b[^>]*\saction="([^"]*)"[^>]*>[\s\S]*?<\/form>/g, (form, action: string) =>
      to(unescaped(action)) === undefined ? '' : form,
    )
    .replace(/\s(href|action)="(\/[^"]*|webcal:[^"]*)"/g, (_, name: string, address: string) => {
      const target = address.startsWith('/') ? to(unescaped(address)) : undefined;
      return target === undefined ? '' : ` ${name}="${escaped(target)}"`;
    });
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
