import { leadsHere } from '../../kernel/own-machine.ts';
import type { Doors } from '../doors.ts';

/** Says, beside a file that goes elsewhere, that nobody there can follow the addresses in it. */
export function noteAddress({ node, terminal }: Doors): void {
  if (leadsHere(node)) return;
  terminal.err(
    'PUBLIC_ADDRESS does not say where others reach this node: the addresses in the file lead to this machine only.\n',
  );
}
