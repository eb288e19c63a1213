import type { LangText } from '../../../kernel/lang-text.ts';
import type { Presented } from '../../../policy/present.ts';
import { fieldsMeaning } from '../../../registers/fields-meaning.ts';
import type { Register } from '../../../registers/register.ts';

/** Who reports a record to the world. */
export interface Reporter {
  /** Identifier as org-id.guide forms it, without white space. */
  readonly ref: string;
  /** OrganisationType. */
  readonly type: string;
  readonly name: LangText;
  /** It tells of what others do. */
  readonly secondary: boolean;
}

/** What a record's own values do not say and its file needs. */
export interface Scene {
  /** Day, `YYYY-MM-DD`: what lies after it is planned. */
  readonly today: string;
  readonly reporter: Reporter;
  /** Address of the page that lists the codes of our own vocabulary. */
  readonly vocabulary: string;
}

/** What a record says, by what its fields mean. */
export class Spoken {
  readonly scene: Scene;
  readonly id: string;
  readonly #register: Register;
  readonly #values: Presented['values'];

  constructor(
    { register, id }: Pick<Presented, 'register' | 'id'>,
    values: Presented['values'],
    scene: Scene,
  ) {
    this.#register = register;
    this.#values = values;
    this.id = id;
    this.scene = scene;
  }

  /**
   * The value of the field that means this, the one at `position` where several do. The caller names its type: a field
   * of this meaning was checked by its own schema when the value came in, and the readers put such values there.
   */
  value<T>(meaning: string, position = 0): T | undefined {
    const field = fieldsMeaning(this.#register, meaning)[position];
    return field === undefined ? undefined : (this.#values[field] as T | undefined);
  }

  list<T>(meaning: string): readonly T[] {
    return this.value<readonly T[]>(meaning) ?? [];
  }
}
