/**
 * Questions of one kind, asked together. One that comes while none is under way is asked at once; those that come
 * meanwhile gather and are asked as one as soon as it is answered. So nobody is told anything older than the moment in
 * which it was asked for, and the more is asked for at a time, the less a question costs. One question that fails, fails
 * for all who have asked it.
 *
 * @param ask gets at most `most` wanted things, in the order in which they came, and finds what all of them want.
 */
export function gathered<Wanted, Found>(
  ask: (all: readonly Wanted[]) => Promise<Found>,
  most = Number.POSITIVE_INFINITY,
): (wanted: Wanted) => Promise<Found> {
  const waiting: { readonly wanted: Wanted; settle(found: Promise<Found>): void }[] = [];
  let underWay = false;
  const askNext = (): void => {
    const some = waiting.splice(0, most);
    underWay = some.length > 0;
    if (!underWay) return;
    const found = ask(some.map(({ wanted }) => wanted));
    for (const { settle } of some) settle(found);
    found.then(askNext, askNext);
  };
  return (wanted) =>
    new Promise((resolve) => {
      waiting.push({ wanted, settle: resolve });
      if (underWay) return;
      underWay = true;
      // Whoever asks in the same moment comes along.
      queueMicrotask(askNext);
    });
}
