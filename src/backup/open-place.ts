import { resolve } from 'node:path';
import { folderPlace } from './folder-place.ts';
import type { BackupPlace } from './place.ts';
import { s3Place } from './s3-place.ts';

/** How the node signs itself in at an S3-compatible store. */
export interface StoreKeys {
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** The place that somebody names: an address (http or https) is a bucket, all else a folder. */
export function openPlace(named: string, keys: StoreKeys): BackupPlace {
  return /^https?:\/\//.test(named) ? s3Place({ address: named, ...keys }) : folderPlace(resolve(named));
}
