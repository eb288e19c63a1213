import { attribute, child, childrenNamed } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { longestLine, plainText } from '../internal/narrative.ts';
import { isMade, ownMark } from '../internal/own-marks.ts';
import { isWebAddress } from '../internal/web-address.ts';

const meaning = 'iati:activity-website';

/** Pages of the activity: an element of the standard up to 1.x that some later files still carry, and what our own files mark as one. */
export const activityWebsite: ElementReader = {
  wants: { 'activity-website': leaf, 'document-link': wanted({ title: narratives }) },
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
    const pages = childrenNamed(record, 'document-link').flatMap((element) => {
      const url = attribute(element, 'url');
      if (ownMark(element, 'as') !== 'page' || url === undefined || !isWebAddress(url)) return [];
      const title = isMade(element, 'title') ? undefined : plainText(child(element, 'title'));
      return [{ url, ...(title === undefined ? {} : { title: title.slice(0, longestLine) }) }];
    });
    reading.putList(meaning, [...[...urls].map((url) => ({ url })), ...pages]);
  },
};
