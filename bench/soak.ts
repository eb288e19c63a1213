/**
 * The load of `mixed-load.ts` for an hour, in parts: how memory and latency of the last quarter are held against the
 * second. Goal: ≤ 5 %. Run by its name only, since an hour is longer than all other benchmarks together.
 *
 *     node bench/soak.ts [--minutes 60] [--engine sqlite|postgres] [--records 100000]
 */
const given = process.argv.indexOf('--minutes');
const minutes = given < 0 ? 60 : Number(process.argv.splice(given, 2)[1]);
process.argv.push('--seconds', String(minutes * 60), '--parts', '12');
await import('./mixed-load.ts');
