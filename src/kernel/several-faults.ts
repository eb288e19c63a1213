import { Fault } from './fault.ts';

/** All that is wrong with what was given at once; it reads as the first for whoever asks for one. */
export class SeveralFaults extends Fault {
  readonly all: readonly Fault[];

  constructor(all: readonly [Fault, ...Fault[]]) {
    const [{ code, params }] = all;
    super(code, params);
    this.all = all;
  }
}

/** Does all checks, whatever one of them says. @throws Fault the one refusal that there is, or `SeveralFaults`. */
export function refuseTogether(checks: readonly (() => void)[]): void {
  const [first, ...others] = checks.flatMap(faultOf);
  if (first === undefined) return;
  throw others.length === 0 ? first : new SeveralFaults([first, ...others]);
}

function faultOf(check: () => void): readonly Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Fault) return [error];
    throw error;
  }
}
