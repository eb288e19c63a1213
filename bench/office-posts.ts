import { langText } from '../src/kernel/lang-text.ts';
import type { PostProfile } from '../src/lifecycle/post.ts';
import { clerkOf, focalOf, institutionOf, institutions, seats } from './office-records.ts';

const postCount = 200;

/** The posts of the node by id: a focal point and clerks in every country, and secretariats. */
export function postProfiles(): readonly (readonly [id: string, PostProfile])[] {
  const titled = (id: string, kind: PostProfile['kind']) => ({
    kind,
    title: langText('en', `Office ${id}`),
    languages: ['en'],
  });
  const focal = seats.map((country) => {
    const id = focalOf(country);
    return [id, { ...titled(id, 'focalPoint'), country }] as const;
  });
  const clerks = Array.from({ length: institutions }, (_, n) =>
    seats.map((country) => {
      const id = clerkOf(country, n);
      return [
        id,
        { ...titled(id, 'contributor'), country, organisation: institutionOf(country, n) },
      ] as const;
    }),
  ).flat();
  const watching = Array.from({ length: 5 }, (_, n) => {
    const id = `secretariat-${n + 1}`;
    return [id, titled(id, 'secretariat')] as const;
  });
  return [...focal, ...watching, ...clerks].slice(0, postCount);
}
