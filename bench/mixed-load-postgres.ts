/** The same node at work as in `mixed-load.ts`, its log and accounts in PostgreSQL, which forces to disk what it acknowledges. */
process.argv.push('--engine', 'postgres');
await import('./mixed-load.ts');
