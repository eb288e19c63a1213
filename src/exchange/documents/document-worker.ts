import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentJob } from './write-document.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

// A thread for one document: setting it takes seconds, in which the node answers others, and its memory goes with it.
const { document, format, madeAt } = workerData as DocumentJob;
const bytes = format === 'pdf' ? writePdf(document, madeAt) : await writeDocx(document, madeAt);
parentPort?.postMessage(bytes);
