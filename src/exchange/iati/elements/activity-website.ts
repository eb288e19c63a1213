import { childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { plainText } from '../internal/narrative.ts';
import { isWebAddress } from '../internal/web-address.ts';

const meaning = 'iati:activity-website';

/** Pages of the activity: an element of the standard up to 1.x that some later files still carry. */
export const activityWebsite: ElementReader = {
  wants: { 'activity-website': leaf },
  read(record, reading) {
    const urls = new Set<string>();
    for (const element of childrenNamed(record, 'activity-website')) {
      const url = plainText(element);
      if (url === undefined) continue;
      if (isWebAddress(url)) urls.add(url);
      else
        reading.found(
          'error',
          'badAddress',
          meaning,
          { element },
          { got: url.slice(0, 200), right: 'https://…' },
        );
    }
    reading.putList(
      meaning,
      [...urls].map((url) => ({ url })),
    );
  },
};
