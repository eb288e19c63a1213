import type { DocumentJob, MadeDocument } from './write-document.ts';

// A process for one document: setting it takes seconds, in which the node answers others. What the libraries keep in
// memory from one document to the next goes with it; in a thread it would stay.
process.once('message', async (job: DocumentJob) => {
  const bytes = job.format === 'pdf' ? await pdf(job) : await docx(job);
  const made: MadeDocument = { bytes, memory: process.resourceUsage().maxRSS * 1024 };
  process.send?.(made, () => process.disconnect());
});

// Each loads what it needs alone: a writer takes some ten megabytes before it writes.
async function pdf({ data, madeAt }: Extract<DocumentJob, { readonly format: 'pdf' }>): Promise<Uint8Array> {
  const { writePdf } = await import('./write-pdf.ts');
  return writePdf(data, madeAt);
}

async function docx({
  document,
  madeAt,
}: Extract<DocumentJob, { readonly format: 'docx' }>): Promise<Uint8Array> {
  const { writeDocx } = await import('./write-docx.ts');
  return writeDocx(document, madeAt);
}
