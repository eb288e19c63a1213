import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../house.ts';
import type { Interest } from '../ports/interests.ts';
import { addressIn, sendOff } from '../posts/mail-of-post.ts';

const confirmWithinDays = 7;

/** Keeps what somebody wants to hear of, and asks the mailbox whether it is so. @throws Fault `invalid`, `tooManyAttempts`. */
export async function subscribe(office: Office, wanted: Omit<Interest, 'id' | 'told'>): Promise<void> {
  const id = await office.accounts.interests.add({ ...wanted, told: office.board.position() });
  const secret = await office.accounts.letter(
    { purpose: 'interest', interest: id },
    confirmWithinDays * 24 * 60,
  );
  const { language, email } = wanted;
  const address = addressIn(office, language, `/follow/confirm?${new URLSearchParams({ secret })}`);
  const words = office.words.interest(language, {
    site: office.publicAddress,
    address,
    goodForDays: confirmWithinDays,
  });
  await sendOff(office, { key: `interest-asked:${id}`, to: email, language, ...words });
}

/** The mailbox says that it is so. @throws Fault `linkExpired`. */
export async function confirmInterest({ accounts }: Office, secret: string): Promise<void> {
  const read = await accounts.useLetter(secret);
  if (read.purpose !== 'interest') throw new Fault('linkExpired');
  await accounts.interests.confirm(read.interest);
}

/** One press, and it is gone with the address; a second press is no error. @throws Fault `linkExpired` for a secret of none. */
export async function endInterest({ accounts }: Office, secret: string): Promise<void> {
  const read = await accounts.readLetter(secret);
  if (read.purpose !== 'endInterest') throw new Fault('linkExpired');
  await accounts.interests.end(read.interest);
}
