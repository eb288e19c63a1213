import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { applyUpload } from '../../operations/uploads/apply-upload.ts';
import { discardUpload, getUpload } from '../../operations/uploads/take-upload.ts';
import { undoUpload } from '../../operations/uploads/undo-upload.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { readPost } from '../desk/form.ts';
import { actorOf } from '../desk/visitor.ts';
import { uploadAddress } from './upload-address.ts';

/** So long an answer waits for the writing to end; what takes longer goes on by itself, and the page tells how far it is. */
const patienceMs = 4_000;

/** Writes, undoes or throws away, as the button says. */
export async function decide(office: Office, c: Context): Promise<Response> {
  const form = await readPost(office, c);
  const actor = await actorOf(office, c, form);
  const t = wordsOf(c);
  const id = c.req.param('id') ?? '';
  const { file } = await getUpload(office, actor, id);
  switch (form.get('do')) {
    case 'apply':
    case 'release': {
      const writing = applyUpload(office, actor, id, { releases: form.get('do') === 'release' });
      await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      // Heard of on the page; nobody waits for it here any more.
      writing.catch(() => undefined);
      break;
    }
    case 'undo':
      await undoUpload(office, actor, id, t('upload.undoReason', { file }));
      break;
    case 'discard':
      await discardUpload(office, actor, id);
      return c.redirect(uploadAddress(t.lang, actor.post.id), 303);
    default:
      throw new Fault('badQuery', {
        place: 'do',
        got: form.get('do') ?? '',
        right: 'apply, release, undo, discard',
      });
  }
  return c.redirect(uploadAddress(t.lang, actor.post.id, id), 303);
}
