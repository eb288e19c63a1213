/**
 * How many more reads two web nodes on one PostgreSQL carry than one. Each node is pinned to a processor of its own
 * (`taskset`), but the client and PostgreSQL need processors too, and on a machine with two everybody takes turns: reads a
 * second there say how busy the machine is. So what is held against the goal is reads a second of a node's own processor
 * time: of each node alone (the mean), and of both while both are asked, added up. If following a shared log, or waiting for each
 * other, cost a node anything, it would show. What PostgreSQL has a read is told besides: it is what nodes share. Reads
 * are pages that lie ready nowhere (searches that nobody has asked before, records, records as JSON). Goal: ≥ 1.7.
 *
 *     node bench/two-nodes.ts [--seconds 20] [--records 10000]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type RunningHouse, startHouse } from '../tests/fixtures/running-house.ts';
import { randomFrom } from './corpus.ts';
import { tell } from './figures.ts';
import { LoadClient } from './load-client.ts';
import { engineFor } from './load-engine.ts';
import { processorSeconds } from './load-yardsticks.ts';
import { copyOfOffice } from './office.ts';
import { idOf } from './office-records.ts';
import { printLoad } from './percentiles.ts';

const { values: said } = parseArgs({
  options: { seconds: { type: 'string', default: '20' }, records: { type: 'string', default: '10000' } },
});
const seconds = Number(said.seconds);
const records = Number(said.records);
/** Over each of so many connections one read after the other is asked of each node. */
const connections = 8;
const random = randomFrom(23);

interface Carried {
  readonly reads: number;
  readonly perSecond: number;
  /** Of a second of its own processor time. */
  readonly perProcessorSecond: number;
}

function nextPath(nth: number): string {
  const record = idOf(Math.floor(records * random()));
  return (
    [`/en/search?q=water+${nth}-${random()}`, `/en/activity/${record}`, `/en/activity/${record}.json`][
      nth % 3
    ] ?? ''
  );
}

async function load(node: RunningHouse): Promise<Carried> {
  const client = new LoadClient(node.address, connections);
  const before = processorSeconds(node.pid);
  const begun = performance.now();
  let reads = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - begun < seconds * 1_000) {
        // A draft is nobody's business: that is an answer too, and costs as much to find.
        const { status } = await client.ask({ method: 'GET', path: nextPath(reads) });
        if (status !== 200 && status !== 404) throw new Error(`${status}`);
        reads += 1;
      }
    }),
  );
  client.close();
  const took = (performance.now() - begun) / 1_000;
  return {
    reads,
    perSecond: reads / took,
    perProcessorSecond: reads / (processorSeconds(node.pid) - before),
  };
}

/** Of each node alone, one after the other. */
function meanOf(all: readonly Carried[]): Carried {
  const mean = (of: (one: Carried) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    reads: mean(({ reads }) => reads),
    perSecond: mean(({ perSecond }) => perSecond),
    perProcessorSecond: mean(({ perProcessorSecond }) => perProcessorSecond),
  };
}

function words({ perSecond, perProcessorSecond }: Carried): string {
  return `${Math.round(perSecond)}/s, ${Math.round(perProcessorSecond)} a second of its processor`;
}

const folder = await copyOfOffice({ records, reports: records * 0.3 });
const engine = await engineFor('postgres', folder);
const nodes: RunningHouse[] = [];
for (const core of [0, 1]) {
  const node = await startHouse({ environment: engine.environment, arguments: ['--empty'] });
  spawnSync('taskset', ['-a', '-p', '-c', String(core % cpus().length), String(node.pid)]);
  nodes.push(node);
}
const [one, two] = nodes;
if (one === undefined || two === undefined) throw new Error('two nodes are needed');
// Not counted: until then code is compiled.
for (const node of nodes) await load(node);
printLoad();
const alone = meanOf([await load(one), await load(two)]);
const [database, begun] = [engine.processorSeconds(), performance.now()];
const both = await Promise.all(nodes.map(load));
const databaseMs = (engine.processorSeconds() - database) * 1_000;
const took = (performance.now() - begun) / 1_000;
printLoad();
const reads = both.reduce((sum, one) => sum + one.reads, 0);
const ratio = both.reduce((sum, one) => sum + one.perProcessorSecond, 0) / alone.perProcessorSecond;
tell({
  what: `two nodes on one PostgreSQL, reads (${records} records)`,
  measured: both.map(words).join('; '),
  yardstick: `one node alone (${words(alone)}), by processor time of the nodes`,
  ratio: ratio.toFixed(2),
  goal: '≥ 1.7 ×',
  met: ratio >= 1.7,
});
tell({
  what: 'two nodes on one PostgreSQL, reads a second on this machine',
  measured: `${Math.round(reads / took)}/s; PostgreSQL had ${(databaseMs / reads).toFixed(2)} ms of a processor a read`,
  yardstick: `one node alone, on ${cpus().length} processors that nodes, PostgreSQL and client share`,
  ratio: (reads / took / alone.perSecond).toFixed(2),
  goal: '',
  met: true,
});
for (const node of nodes) await node.drop();
await engine.stop();
rmSync(folder, { recursive: true });
