import { element } from '../../notation.ts';

/** Delivery channel, as the CRS codes it. Since 2.02. */
export const channelCode = element('channel-code', {
  content: 'string',
  foreignAttributes: false,
});
