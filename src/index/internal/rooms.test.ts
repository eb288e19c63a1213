import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Rooms } from './rooms.ts';

interface Room {
  readonly block: number;
  readonly start: number;
  readonly size: number;
}

function taken(rooms: Rooms, bytes: number): Room {
  rooms.take(bytes);
  const { block, start, size } = rooms;
  return { block, start, size };
}

function fill(rooms: Rooms, { block, start, size }: Room, value: number): void {
  rooms.blocks[block]?.fill(value, start, start + size);
}

function bytesOf(rooms: Rooms, { block, start, size }: Room): readonly number[] {
  return [...(rooms.blocks[block]?.subarray(start, start + size) ?? [])];
}

const bytes = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 6_000 }));
/** Takes a room, or leaves one of those that are held. */
const steps = fc.array(
  fc.oneof(
    bytes.map((take) => ({ take })),
    fc.nat().map((leave) => ({ leave })),
  ),
  {
    maxLength: 150,
  },
);

test('a room has the bytes asked for, at most a quarter more, and what stands in it stays whatever is taken or left', () => {
  fc.assert(
    fc.property(steps, fc.uint8Array({ maxLength: 100 }), (all, before) => {
      const rooms = new Rooms();
      rooms.addFull(before);
      const held: { room: Room; value: number }[] = [];
      all.forEach((step, value) => {
        if ('take' in step) {
          const room = taken(rooms, step.take);
          assert.ok(room.size >= step.take && room.size <= Math.max(8, step.take * 1.25));
          fill(rooms, room, value % 256);
          held.push({ room, value: value % 256 });
        } else {
          const [left] = held.splice(held.length === 0 ? 0 : step.leave % held.length, 1);
          if (left !== undefined) rooms.leave(left.room.block, left.room.start, left.room.size);
        }
      });
      for (const { room, value } of held)
        assert.deepEqual(bytesOf(rooms, room), Array(room.size).fill(value));
    }),
  );
});

test('what is left is handed out again before anything new, in parts where less is asked for', () => {
  const rooms = new Rooms();
  const { block, start } = taken(rooms, 1_024);
  taken(rooms, 1_024);
  const { used } = rooms;
  rooms.leave(block, start, 1_024);
  const parts = [512, 256, 128, 128].map((size) => taken(rooms, size));
  assert.deepEqual(
    parts.map((part) => part.start - start),
    [0, 512, 768, 896],
  );
  assert.equal(rooms.used, used);
});

test('so much as is in use already is added at a time, 16 MB at most, but for a room that needs more', () => {
  const rooms = new Rooms();
  while (rooms.blocks.length < 16) taken(rooms, 2_048);
  taken(rooms, 20 * 2 ** 20);
  const kilobytes = rooms.blocks.map(({ length }) => length / 2 ** 10);
  assert.deepEqual(kilobytes.slice(0, 5), [4, 4, 8, 16, 32]);
  assert.deepEqual(kilobytes.slice(-4), [16_384, 16_384, 16_384, 20_480]);
});
