import { anyNumber, atMostOne, element, optional } from '../../notation.ts';
import { name } from '../shared/name.ts';
import { plainDescription } from '../shared/plain-description.ts';
import { activityDescription } from './activity-description.ts';
import { administrative } from './administrative.ts';
import { exactness } from './exactness.ts';
import { featureDesignation } from './feature-designation.ts';
import { locationClass } from './location-class.ts';
import { locationId } from './location-id.ts';
import { locationReach } from './location-reach.ts';
import { point } from './point.ts';

/** A place in which the activity happens. */
export const location = element('location', {
  attributes: [optional('ref')],
  children: [
    atMostOne(locationReach),
    anyNumber(locationId),
    atMostOne(name),
    atMostOne(plainDescription),
    atMostOne(activityDescription),
    anyNumber(administrative),
    atMostOne(point),
    atMostOne(exactness),
    atMostOne(locationClass),
    atMostOne(featureDesignation),
  ],
});
