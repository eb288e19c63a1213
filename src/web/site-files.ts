import { Hono } from 'hono';

/** The logo: a line, and the bridge beneath it. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -6 40 40" fill="none" stroke="#161a4e" stroke-width="2.4"><rect x="-1" y="-6" width="40" height="40" rx="8" fill="#161a4e"/><path d="M1 8h36" stroke="#8890e6"/><path d="M6 8c2 19 24 19 26 0" stroke="#ffb81c" stroke-width="3.4"/><circle cx="6" cy="8" r="4.4" fill="#fff"/><circle cx="32" cy="8" r="4.4" fill="#161a4e" stroke="#fff"/></svg>';

/** Searches are endless: machines that read everything take the files and the records instead. */
const robots = 'User-agent: *\nDisallow: /*/search?\nDisallow: /language/\n';

const day = 'public, max-age=86400';

/** What browsers and machines ask of every site by themselves. */
export function siteFiles(publicAddress: string): Hono {
  // A relative address is not allowed there.
  const pages = publicAddress === '' ? '' : `Sitemap: ${publicAddress}/sitemap.xml\n`;
  return new Hono()
    .get('/favicon.ico', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': day }))
    .get('/robots.txt', (c) => c.text(robots + pages, 200, { 'cache-control': day }));
}
