import { appoint, handOver, invite, relieve, resetFactor, withdrawInvitation } from '../handlers/holders.ts';
import { changePost, closePost, openPost, postAfterwards, posts } from '../handlers/posts.ts';
import type { ApiRoute } from '../route.ts';

export const postRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/posts',
    twin: '/{lang}/posts.json',
    name: 'posts',
    handle: posts,
    summary:
      'Focal points, roster managers and secretariats, never persons; with a session all posts that the post keeps, with their holders.',
    who: 'everybody',
    answer: 'Posts',
    query: ['post'],
  },
  {
    ...keeping('post', '', 'openPost', 'Opens a post; nobody holds it yet.'),
    body: 'NewPost',
    handle: openPost,
  },
  {
    ...keeping('put', '/{id}', 'changePost', 'Says anew what the post is.'),
    body: 'ChangedPost',
    handle: changePost,
  },
  {
    ...keeping('post', '/{id}/invite', 'invite', 'Mails an invitation to hold the post.'),
    body: 'Invitation',
    handle: invite,
  },
  {
    ...keeping(
      'post',
      '/{id}/withdraw-invitation',
      'withdrawInvitation',
      'Takes back an invitation that was not accepted: the link in its letter opens nothing any more.',
    ),
    body: 'WithdrawnInvitation',
    handle: withdrawInvitation,
  },
  {
    ...keeping('post', '/{id}/appoint', 'appoint', 'Somebody with an account holds the post from today on.'),
    body: 'Person',
    handle: appoint,
  },
  {
    ...keeping('post', '/{id}/relieve', 'relieve', 'Somebody no longer holds the post.'),
    body: 'Person',
    handle: relieve,
  },
  {
    ...keeping(
      'post',
      '/{id}/hand-over',
      'handOver',
      'The post changes its holder in one step; both are told by mail.',
    ),
    body: 'Person',
    handle: handOver,
  },
  {
    ...keeping(
      'post',
      '/{id}/reset-factor',
      'resetFactor',
      'Takes away the lost second factor of somebody who holds the post; wants a reason and tells the person by mail.',
    ),
    body: 'Person',
    handle: resetFactor,
  },
  {
    ...keeping('post', '/{id}/close', 'closePost', 'Nobody holds the post any more; what it did stays.'),
    body: 'Acting',
    handle: closePost,
  },
];

/** What all routes that keep a post have in common. */
function keeping<M extends 'put' | 'post'>(method: M, rest: string, name: string, summary: string) {
  const [path, twin] = [`/api/posts${rest}`, `/{lang}/posts${rest}.json`];
  return {
    method,
    path,
    twin,
    name,
    summary,
    who: 'post',
    scope: 'keep',
    answer: 'Post',
    afterwards: postAfterwards,
  } as const;
}
