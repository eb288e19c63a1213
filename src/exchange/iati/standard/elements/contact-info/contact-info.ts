import { anyNumber, atMostOne, element, optional } from '../../notation.ts';
import { department } from './department.ts';
import { email } from './email.ts';
import { jobTitle } from './job-title.ts';
import { mailingAddress } from './mailing-address.ts';
import { organisation } from './organisation.ts';
import { personName } from './person-name.ts';
import { telephone } from './telephone.ts';
import { website } from './website.ts';

/** Whom to ask. */
export const contactInfo = element('contact-info', {
  attributes: [optional('type')],
  children: [
    atMostOne(organisation),
    atMostOne(department),
    atMostOne(personName),
    atMostOne(jobTitle),
    anyNumber(telephone),
    anyNumber(email),
    anyNumber(website),
    anyNumber(mailingAddress),
  ],
});
