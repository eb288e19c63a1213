import type { Due } from '../kernel/due.ts';
import type { Figure, Money } from '../kernel/figure.ts';
import type { LangText } from '../kernel/lang-text.ts';
import type { Loan } from '../kernel/loan.ts';
import type { PartialDate, Period } from '../kernel/partial-date.ts';
import type { Contact } from './contacts.ts';
import type { Demand } from './demands.ts';
import type { FileLink, Link, SourceLink } from './links.ts';
import type { ParagraphRemark } from './paragraphs.ts';
import type { Participant } from './participants.ts';
import type { Place } from './places.ts';
import type { Reference } from './references.ts';

/** The value behind each shape, as the schema of a field that declares it lets it in: for whoever writes values by their shape. */
export interface ShapeValues {
  readonly line: LangText;
  readonly prose: LangText;
  readonly word: string;
  readonly words: readonly string[];
  readonly choice: string;
  readonly choices: readonly string[];
  readonly country: string;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly date: PartialDate;
  readonly period: Period;
  readonly due: Due;
  readonly loan: Loan;
  readonly reference: Reference;
  readonly figures: readonly Figure[];
  readonly money: readonly Money[];
  readonly participants: readonly Participant[];
  readonly demands: readonly Demand[];
  readonly places: readonly Place[];
  readonly paragraphs: readonly ParagraphRemark[];
  readonly links: readonly Link[];
  readonly sources: readonly SourceLink[];
  readonly references: readonly Reference[];
  readonly files: readonly FileLink[];
  readonly contacts: readonly Contact[];
}
