import type { DocumentJob, MadeDocument } from './write-document.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

// A process for one document: setting it takes seconds, in which the node answers others. What the libraries keep in
// memory from one document to the next goes with it; in a thread it would stay.
process.once('message', async (job: DocumentJob) => {
  const { document, format, madeAt } = job;
  const bytes = format === 'pdf' ? writePdf(document, madeAt) : await writeDocx(document, madeAt);
  const made: MadeDocument = { bytes, memory: process.resourceUsage().maxRSS * 1024 };
  process.send?.(made, () => process.disconnect());
});
