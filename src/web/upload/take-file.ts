import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { takeUpload } from '../../operations/uploads/take-upload.ts';
import { wordsOf } from '../desk/desk-page.ts';
import { actorOf } from '../desk/visitor.ts';
import { choosePage } from './choose-page.ts';
import { readFileForm } from './read-file-form.ts';
import { uploadAddress } from './upload-address.ts';

/** Takes a file in and leads to what would become of it; one that cannot be read leads back with the reason. */
export async function takeFile(office: Office, c: Context): Promise<Response> {
  const { lang } = wordsOf(c);
  try {
    const { fields, name, bytes } = await readFileForm(office, c);
    const actor = await actorOf(office, c, fields);
    if (bytes.length === 0) throw new Fault('emptyFile', { file: name });
    const as = fields.get('as') === 'thirdParty' ? 'thirdParty' : 'party';
    const { id } = await takeUpload(office, actor, { name, bytes, as, language: lang });
    return c.redirect(uploadAddress(lang, actor.post.id, id), 303);
  } catch (error) {
    if (!(error instanceof Fault) || !aboutTheFile(error)) throw error;
    return choosePage(office, c, error);
  }
}

function aboutTheFile({ meaning, code }: Fault): boolean {
  const aboutTheForm = code === 'badQuery';
  return !aboutTheForm && (meaning === 'refused' || meaning === 'tooLarge' || code === 'otherNode');
}
