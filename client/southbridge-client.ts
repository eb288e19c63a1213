// Written by `npm run docs` from the description of the API: change that, not this file.
import { type Answer, Asking, type Conditions } from './asking.ts';

/** What is sent and what comes, by the names of the description. */
export interface Schemas {
  readonly practiceValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly problem?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly whatWasDone?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly results?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly conditions?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly originCountries?: readonly string[];
    readonly adoptions?: readonly {
      readonly country?: string;
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly identifier?: string;
      readonly role?: string;
      readonly period?: { readonly start?: string; readonly end?: string };
      readonly source?: number;
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly exchanges?: readonly {
      readonly country?: string;
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly identifier?: string;
      readonly role?: string;
      readonly period?: { readonly start?: string; readonly end?: string };
      readonly source?: number;
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly themes?: readonly string[];
    readonly startedOn?: string;
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly activityValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly objective?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly modality?: string;
    readonly participants?: readonly {
      readonly country?: string;
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly identifier?: string;
      readonly role?: string;
      readonly period?: { readonly start?: string; readonly end?: string };
      readonly source?: number;
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly recipientsNote?: {
      readonly original: string;
      readonly texts: { readonly [name: string]: string };
    };
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly themes?: readonly string[];
    readonly dates?: { readonly start?: string; readonly end?: string };
    readonly status?: string;
    readonly quantities?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly money?: readonly {
      readonly amount: number;
      readonly currency: string;
      readonly valueDate?: string;
      readonly basis:
        | 'budget'
        | 'commitment'
        | 'disbursement'
        | 'expenditure'
        | 'required'
        | 'available'
        | 'reported';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly source?: number;
    }[];
    readonly loan?: {
      readonly rate?: number;
      readonly secondRate?: number;
      readonly repayment?: 'equalPrincipal' | 'annuity' | 'lumpSum' | 'other';
      readonly plan?: 'annual' | 'semiAnnual' | 'quarterly' | 'monthly';
      readonly committedOn?: string;
      readonly firstPaymentOn?: string;
      readonly lastPaymentOn?: string;
    };
    readonly match?: { readonly register: 'match'; readonly id: string };
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly contacts?: readonly {
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly person?: string;
      readonly email?: string;
      readonly telephone?: string;
      readonly address?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly needValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly reason?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly forWhom?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly countries?: readonly string[];
    readonly kinds?: readonly string[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly languages?: readonly string[];
    readonly neededBy?: string;
    readonly answersBy?: string;
    readonly demands?: readonly {
      readonly label: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country: string;
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly neededBy?: string;
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly existing?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly money?: readonly {
      readonly amount: number;
      readonly currency: string;
      readonly valueDate?: string;
      readonly basis:
        | 'budget'
        | 'commitment'
        | 'disbursement'
        | 'expenditure'
        | 'required'
        | 'available'
        | 'reported';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly source?: number;
    }[];
    readonly onAgreement?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly contacts?: readonly {
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly person?: string;
      readonly email?: string;
      readonly telephone?: string;
      readonly address?: string;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly offerValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly countries: readonly string[];
    readonly organisations?: readonly string[];
    readonly kinds?: readonly string[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly languages?: readonly string[];
    readonly forWhom?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly groups?: readonly string[];
    readonly capacity?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly terms?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly conditions?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly howToAsk?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly validUntil?: string;
    readonly practice?: { readonly register: 'practice'; readonly id: string };
    readonly onAgreement?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly contacts?: readonly {
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly person?: string;
      readonly email?: string;
      readonly telephone?: string;
      readonly address?: string;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly callValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly kind: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly validUntil: string;
    readonly opensOn?: string;
    readonly countries?: readonly string[];
    readonly organisations?: readonly string[];
    readonly applicants?: readonly string[];
    readonly groups?: readonly string[];
    readonly forWhom?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly languages?: readonly string[];
    readonly capacity?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly conditions?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly howToAsk?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly offer?: { readonly register: 'offer'; readonly id: string };
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly matchValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly need: { readonly register: 'need'; readonly id: string };
    readonly offer?: { readonly register: 'offer'; readonly id: string };
    readonly practice?: { readonly register: 'practice'; readonly id: string };
    readonly organisation?: { readonly register: 'organisation'; readonly id: string };
    readonly answeredBy: readonly string[];
    readonly askedBy: readonly string[];
    readonly visibility: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly reason?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly coverage?: string;
    readonly proposed?: string;
    readonly onAgreement?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly contacts?: readonly {
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly person?: string;
      readonly email?: string;
      readonly telephone?: string;
      readonly address?: string;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly adoptionValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly practice?: { readonly register: 'practice'; readonly id: string };
    readonly match?: { readonly register: 'match'; readonly id: string };
    readonly activity?: { readonly register: 'activity'; readonly id: string };
    readonly countries: readonly string[];
    readonly originCountries?: readonly string[];
    readonly on?: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly changed?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly results?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly organisationValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly acronym?: string;
    readonly type?: string;
    readonly country?: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly capacities?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly sectors?: readonly string[];
    readonly languages?: readonly string[];
    readonly figures?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly money?: readonly {
      readonly amount: number;
      readonly currency: string;
      readonly valueDate?: string;
      readonly basis:
        | 'budget'
        | 'commitment'
        | 'disbursement'
        | 'expenditure'
        | 'required'
        | 'available'
        | 'reported';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly source?: number;
    }[];
    readonly identifier?: string;
    readonly website?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly contacts?: readonly {
      readonly organisation?: {
        readonly original: string;
        readonly texts: { readonly [name: string]: string };
      };
      readonly person?: string;
      readonly email?: string;
      readonly telephone?: string;
      readonly address?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly eventValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly kind?: string;
    readonly series?: string;
    readonly dates?: { readonly start?: string; readonly end?: string };
    readonly dateRule?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly commemoratedOn?: string;
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly theme?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly outcome?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly programme?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly hashtags?: readonly string[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly instrumentValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly kind?: string;
    readonly adoptedOn?: string;
    readonly adoptedAt?: { readonly register: 'event'; readonly id: string };
    readonly reviewSeries?: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly bodies?: readonly string[];
    readonly countries?: readonly string[];
    readonly subjects?: readonly string[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly measureValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly instrument: { readonly register: 'instrument'; readonly id: string };
    readonly number?: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly kind?: string;
    readonly verb?: string;
    readonly actors?: readonly string[];
    readonly countries?: readonly string[];
    readonly addressees?: readonly string[];
    readonly recommendedBy?: readonly string[];
    readonly response?: string;
    readonly beneficiaries?: readonly string[];
    readonly subjects?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly due?: {
      readonly precision: 'day' | 'halfYear' | 'year' | 'event' | 'none';
      readonly date?: string;
      readonly start?: string;
      readonly notBefore?: string;
    };
    readonly dueAt?: { readonly register: 'event'; readonly id: string };
    readonly dueBasis?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly reportsTo?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly dependsOn?: readonly { readonly register?: string; readonly id: string }[];
    readonly verifiableBy?: {
      readonly original: string;
      readonly texts: { readonly [name: string]: string };
    };
    readonly bodies?: readonly string[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly commitmentValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly measures?: readonly { readonly register?: string; readonly id: string }[];
    readonly countries?: readonly string[];
    readonly bodies?: readonly string[];
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly due?: {
      readonly precision: 'day' | 'halfYear' | 'year' | 'event' | 'none';
      readonly date?: string;
      readonly start?: string;
      readonly notBefore?: string;
    };
    readonly quantities?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly money?: readonly {
      readonly amount: number;
      readonly currency: string;
      readonly valueDate?: string;
      readonly basis:
        | 'budget'
        | 'commitment'
        | 'disbursement'
        | 'expenditure'
        | 'required'
        | 'available'
        | 'reported';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly source?: number;
    }[];
    readonly madeOn?: string;
    readonly madeAt?: { readonly register: 'event'; readonly id: string };
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly indicatorValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly measures?: readonly { readonly register?: string; readonly id: string }[];
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly unit?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly baseline?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly target?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly values?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly frequency?: string;
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly reportRoundValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly instrument: { readonly register: 'instrument'; readonly id: string };
    readonly measures?: readonly { readonly register?: string; readonly id: string }[];
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly period?: { readonly start?: string; readonly end?: string };
    readonly openedOn: string;
    readonly deadline: string;
    readonly closedOn?: string;
    readonly countries?: readonly string[];
    readonly posts?: readonly string[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly progressReportValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly measure: { readonly register: 'measure'; readonly id: string };
    readonly commitment?: { readonly register: 'commitment'; readonly id: string };
    readonly round?: { readonly register: 'reportRound'; readonly id: string };
    readonly on: string;
    readonly period?: { readonly start?: string; readonly end?: string };
    readonly state: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly countries?: readonly string[];
    readonly figures?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly confidence?: string;
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly reviewDecisionValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly measure: { readonly register: 'measure'; readonly id: string };
    readonly report?: { readonly register: 'progressReport'; readonly id: string };
    readonly on: string;
    readonly state: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly decidedAt?: { readonly register: 'event'; readonly id: string };
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly consultationValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly visibility: string;
    readonly countries?: readonly string[];
    readonly groups?: readonly string[];
    readonly organisations?: readonly string[];
    readonly answersBy?: string;
    readonly meeting?: { readonly start?: string; readonly end?: string };
    readonly agenda?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly draft?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly minutes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly conclusion?: string;
    readonly measures?: readonly { readonly register?: string; readonly id: string }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly positionValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly consultation: { readonly register: 'consultation'; readonly id: string };
    readonly stance: string;
    readonly text?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly reservation?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly paragraphs?: readonly {
      readonly paragraph: number;
      readonly stance: string;
      readonly text?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly outcomeValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly consultation?: { readonly register: 'consultation'; readonly id: string };
    readonly on: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly text?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly conclusion?: string;
    readonly measures?: readonly { readonly register?: string; readonly id: string }[];
    readonly followUp?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly files?: readonly {
      readonly url: string;
      readonly title?: string;
      readonly mediaType?: string;
      readonly language?: string;
    }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly sourceValues: {
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly kind?: string;
    readonly publishedOn?: string;
    readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly languages?: readonly string[];
    readonly links?: readonly { readonly url: string; readonly title?: string }[];
    readonly speaker?: string;
    readonly publisher?: string;
    readonly symbol?: string;
    readonly countries?: readonly string[];
    readonly places?: readonly {
      readonly name?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
    readonly sectors?: readonly string[];
    readonly sdgs?: readonly string[];
    readonly themes?: readonly string[];
    readonly figures?: readonly {
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly value: number;
      readonly unit: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly asOf?: string;
      readonly source?: number;
      readonly basis: 'reported' | 'counted' | 'estimated' | 'planned' | 'unknown';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly note?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly money?: readonly {
      readonly amount: number;
      readonly currency: string;
      readonly valueDate?: string;
      readonly basis:
        | 'budget'
        | 'commitment'
        | 'disbursement'
        | 'expenditure'
        | 'required'
        | 'available'
        | 'reported';
      readonly qualifier?: 'about' | 'moreThan' | 'lessThan' | 'atLeast' | 'upTo' | 'almost';
      readonly label?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly source?: number;
    }[];
    readonly identifier?: string;
    readonly related?: readonly { readonly register?: string; readonly id: string }[];
    readonly notes?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly asOf?: string;
    readonly sources?: readonly {
      readonly title: string;
      readonly url?: string;
      readonly publishedOn?: string;
      readonly readOn?: string;
      readonly cited?: boolean | 'true' | 'false';
    }[];
    readonly unverified?: readonly string[];
  };
  readonly SignIn: { readonly email: string; readonly password: string };
  readonly SignInCode: { readonly ticket: string; readonly code: string };
  readonly Edit: {
    readonly post?: string;
    readonly values:
      | Schemas['practiceValues']
      | Schemas['activityValues']
      | Schemas['needValues']
      | Schemas['offerValues']
      | Schemas['callValues']
      | Schemas['matchValues']
      | Schemas['adoptionValues']
      | Schemas['organisationValues']
      | Schemas['eventValues']
      | Schemas['instrumentValues']
      | Schemas['measureValues']
      | Schemas['commitmentValues']
      | Schemas['indicatorValues']
      | Schemas['reportRoundValues']
      | Schemas['progressReportValues']
      | Schemas['reviewDecisionValues']
      | Schemas['consultationValues']
      | Schemas['positionValues']
      | Schemas['outcomeValues']
      | Schemas['sourceValues']
      | { readonly [name: string]: unknown };
    readonly reason?: string;
    readonly as?: 'party' | 'thirdParty';
  } & { readonly [name: string]: unknown };
  readonly Act: { readonly post?: string; readonly seen?: number; readonly reason?: string };
  readonly ReasonedAct: { readonly post?: string; readonly seen?: number; readonly reason: string };
  readonly Return: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly remarks: readonly { readonly field: string; readonly text: string }[];
  };
  readonly Answer: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly revision?: number;
  };
  readonly Confirm: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly revision?: number;
    readonly meets?: 'whole' | 'part';
  };
  readonly Rejection: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason: string;
    readonly revision?: number;
  };
  readonly Decline: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly revision?: number;
    readonly because:
      | 'notFitting'
      | 'otherChosen'
      | 'terms'
      | 'noCapacity'
      | 'timing'
      | 'needChanged'
      | 'other';
  };
  readonly Erase: {
    readonly post?: string;
    readonly seen?: number;
    readonly field: string;
    readonly because: 'asked' | 'left' | 'mistaken' | 'law';
    readonly extent: 'all' | 'earlier';
  };
  readonly Dispute: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly revision?: number;
    readonly objections: readonly {
      readonly field: string;
      readonly says?: unknown;
      readonly note?: string;
    }[];
  };
  readonly Reserve: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly on: { readonly kind: 'record' } | { readonly kind: 'field'; readonly field: string };
    readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
  };
  readonly Entrust: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly organisation: string;
  };
  readonly Lift: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly reservation: string;
  };
  readonly Pair: {
    readonly post?: string;
    readonly seen?: number;
    readonly reason?: string;
    readonly other: string;
  };
  readonly ReconfirmMany: {
    readonly post?: string;
    readonly acts: readonly { readonly register: string; readonly id: string; readonly seen: number }[];
  };
  readonly ReserveWords: {
    readonly post?: string;
    readonly on:
      | { readonly kind: 'label'; readonly list: string; readonly code: string }
      | { readonly kind: 'word'; readonly forms: { readonly [name: string]: string } };
    readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly reason?: string;
  };
  readonly CloseReport: {
    readonly post?: string;
    readonly asOf?: string;
    readonly since?: string;
    readonly country?: string;
  };
  readonly Acting: { readonly post?: string; readonly seen?: number; readonly reason?: string };
  readonly NewPost: {
    readonly post?: string;
    readonly id?: string;
    readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly country?: string;
    readonly organisation?: string;
    readonly sectors?: readonly string[];
    readonly organisations?: readonly string[];
    readonly languages: readonly string[];
    readonly responseDays?: number;
    readonly contact?: string;
    readonly twoPersons?: boolean;
  };
  readonly ChangedPost: {
    readonly post?: string;
    readonly seen?: number;
    readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly country?: string;
    readonly organisation?: string;
    readonly sectors?: readonly string[];
    readonly organisations?: readonly string[];
    readonly languages: readonly string[];
    readonly responseDays?: number;
    readonly contact?: string;
    readonly twoPersons?: boolean;
  };
  readonly Invitation: { readonly post?: string; readonly email: string; readonly deputy?: boolean };
  readonly WithdrawnInvitation: {
    readonly post?: string;
    readonly seen?: number;
    readonly email: string;
    readonly reason?: string;
  };
  readonly Person: {
    readonly post?: string;
    readonly seen?: number;
    readonly account?: string;
    readonly email?: string;
    readonly deputy?: boolean;
    readonly lastDay?: string;
    readonly reason?: string;
  };
  readonly NewKey: {
    readonly post?: string;
    readonly name: string;
    readonly scopes: readonly ('write' | 'act' | 'keep')[];
  };
  readonly TextForSuggestions: { readonly text: string; readonly language?: string };
  readonly ProblemToSolve: {
    readonly q: string;
    readonly record?: string;
    readonly country?: string;
    readonly kind?: readonly string[];
    readonly alike?: boolean;
    readonly written?: readonly ('en' | 'fr' | 'es' | 'ar' | 'ru' | 'zh' | 'pt')[];
    readonly limit?: number;
  };
  readonly Health: {
    readonly status: 'ok';
    readonly version: string;
    readonly log: number;
    readonly index: number;
    readonly behind: number;
    readonly records: number;
  };
  readonly Ready: { readonly ready: boolean; readonly behind: number };
  readonly Problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly code: string;
    readonly params: { readonly [name: string]: unknown };
    readonly findings?: readonly {
      readonly severity: 'error' | 'warning' | 'note';
      readonly path: string;
      readonly code: string;
      readonly message: string;
    }[];
    readonly current?: unknown;
  };
  readonly LogHead: {
    readonly log: string;
    readonly size: number;
    readonly root: string;
    readonly at: string;
    readonly key: string;
    readonly signature: string;
  };
  readonly LogKeys: {
    readonly statements: readonly {
      readonly type: 'made' | 'retired' | 'revoked';
      readonly key: string;
      readonly at: string;
      readonly by: string;
      readonly public?: string;
      readonly reason?: string;
      readonly signature: string;
    }[];
  };
  readonly LogInclusion: {
    readonly seq: number;
    readonly size: number;
    readonly leaf: string;
    readonly path: readonly string[];
  };
  readonly LogConsistency: { readonly from: number; readonly size: number; readonly path: readonly string[] };
  readonly RecordProof: {
    readonly seq: number;
    readonly size: number;
    readonly leaf: string;
    readonly path: readonly string[];
    readonly entry: {
      readonly seq: number;
      readonly kind: string;
      readonly recordId: string;
      readonly register: string;
      readonly number: number;
      readonly at: string;
      readonly values: { readonly [name: string]: string };
      readonly rest: string;
    };
    readonly salts: { readonly [name: string]: string };
    readonly values:
      | Schemas['practiceValues']
      | Schemas['activityValues']
      | Schemas['needValues']
      | Schemas['offerValues']
      | Schemas['callValues']
      | Schemas['matchValues']
      | Schemas['adoptionValues']
      | Schemas['organisationValues']
      | Schemas['eventValues']
      | Schemas['instrumentValues']
      | Schemas['measureValues']
      | Schemas['commitmentValues']
      | Schemas['indicatorValues']
      | Schemas['reportRoundValues']
      | Schemas['progressReportValues']
      | Schemas['reviewDecisionValues']
      | Schemas['consultationValues']
      | Schemas['positionValues']
      | Schemas['outcomeValues']
      | Schemas['sourceValues']
      | { readonly [name: string]: unknown };
    readonly head: {
      readonly log: string;
      readonly size: number;
      readonly root: string;
      readonly at: string;
      readonly key: string;
      readonly signature: string;
    };
  };
  readonly Record: {
    readonly register: string;
    readonly id: string;
    readonly revision: number;
    readonly address: string;
    readonly standing: 'party' | 'thirdParty';
    readonly changedAt: string;
    readonly withdrawn?: { readonly at: string; readonly reason?: string; readonly into?: string };
    readonly archived?: { readonly at: string; readonly reason?: string };
    readonly review?: {
      readonly owner?: string;
      readonly confirmation: 'confirmed' | 'reported' | 'disputed' | 'observed';
      readonly answers: {
        readonly [name: string]: {
          readonly state: 'asked' | 'confirmed' | 'disputed' | 'letPass' | 'declined';
          readonly revision: number;
          readonly at: string;
          readonly post: string;
          readonly objections?: readonly {
            readonly field: string;
            readonly says?: unknown;
            readonly note?: string;
          }[];
          readonly meets?: 'whole' | 'part';
          readonly reason?: string;
        };
      };
      readonly rejections: readonly {
        readonly country: string;
        readonly revision: number;
        readonly at: string;
        readonly post: string;
        readonly reason?: string;
      }[];
      readonly reservations: readonly {
        readonly id: string;
        readonly country: string;
        readonly on:
          | { readonly kind: 'record' }
          | { readonly kind: 'field'; readonly field: string }
          | { readonly kind: 'label'; readonly list: string; readonly code: string }
          | { readonly kind: 'word'; readonly forms: { readonly [name: string]: string } };
        readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
        readonly at: string;
        readonly post: string;
      }[];
      readonly confirmed?: { readonly at: string; readonly post: string; readonly country?: string };
      readonly dueOn?: string;
      readonly freshness: 'fresh' | 'due' | 'stale' | 'unconfirmed';
      readonly linked: readonly string[];
    };
    readonly values:
      | Schemas['practiceValues']
      | Schemas['activityValues']
      | Schemas['needValues']
      | Schemas['offerValues']
      | Schemas['callValues']
      | Schemas['matchValues']
      | Schemas['adoptionValues']
      | Schemas['organisationValues']
      | Schemas['eventValues']
      | Schemas['instrumentValues']
      | Schemas['measureValues']
      | Schemas['commitmentValues']
      | Schemas['indicatorValues']
      | Schemas['reportRoundValues']
      | Schemas['progressReportValues']
      | Schemas['reviewDecisionValues']
      | Schemas['consultationValues']
      | Schemas['positionValues']
      | Schemas['outcomeValues']
      | Schemas['sourceValues']
      | { readonly [name: string]: unknown };
    readonly work?: {
      readonly phase: string;
      readonly remarks: readonly { readonly field: string; readonly text: string }[];
      readonly approvals: number;
      readonly draft?: {
        readonly revision: number;
        readonly changedAt: string;
        readonly values:
          | Schemas['practiceValues']
          | Schemas['activityValues']
          | Schemas['needValues']
          | Schemas['offerValues']
          | Schemas['callValues']
          | Schemas['matchValues']
          | Schemas['adoptionValues']
          | Schemas['organisationValues']
          | Schemas['eventValues']
          | Schemas['instrumentValues']
          | Schemas['measureValues']
          | Schemas['commitmentValues']
          | Schemas['indicatorValues']
          | Schemas['reportRoundValues']
          | Schemas['progressReportValues']
          | Schemas['reviewDecisionValues']
          | Schemas['consultationValues']
          | Schemas['positionValues']
          | Schemas['outcomeValues']
          | Schemas['sourceValues']
          | { readonly [name: string]: unknown };
      };
    };
    readonly findings?: readonly {
      readonly severity: 'error' | 'warning' | 'note';
      readonly path: string;
      readonly code: string;
      readonly message: string;
    }[];
  };
  readonly List: {
    readonly total: number;
    readonly records: readonly {
      readonly register: string;
      readonly id: string;
      readonly revision: number;
      readonly address: string;
      readonly standing: 'party' | 'thirdParty';
      readonly changedAt: string;
      readonly withdrawn?: { readonly at: string; readonly reason?: string; readonly into?: string };
      readonly archived?: { readonly at: string; readonly reason?: string };
      readonly review?: {
        readonly owner?: string;
        readonly confirmation: 'confirmed' | 'reported' | 'disputed' | 'observed';
        readonly answers: {
          readonly [name: string]: {
            readonly state: 'asked' | 'confirmed' | 'disputed' | 'letPass' | 'declined';
            readonly revision: number;
            readonly at: string;
            readonly post: string;
            readonly objections?: readonly {
              readonly field: string;
              readonly says?: unknown;
              readonly note?: string;
            }[];
            readonly meets?: 'whole' | 'part';
            readonly reason?: string;
          };
        };
        readonly rejections: readonly {
          readonly country: string;
          readonly revision: number;
          readonly at: string;
          readonly post: string;
          readonly reason?: string;
        }[];
        readonly reservations: readonly {
          readonly id: string;
          readonly country: string;
          readonly on:
            | { readonly kind: 'record' }
            | { readonly kind: 'field'; readonly field: string }
            | { readonly kind: 'label'; readonly list: string; readonly code: string }
            | { readonly kind: 'word'; readonly forms: { readonly [name: string]: string } };
          readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
          readonly at: string;
          readonly post: string;
        }[];
        readonly confirmed?: { readonly at: string; readonly post: string; readonly country?: string };
        readonly dueOn?: string;
        readonly freshness: 'fresh' | 'due' | 'stale' | 'unconfirmed';
        readonly linked: readonly string[];
      };
      readonly values:
        | Schemas['practiceValues']
        | Schemas['activityValues']
        | Schemas['needValues']
        | Schemas['offerValues']
        | Schemas['callValues']
        | Schemas['matchValues']
        | Schemas['adoptionValues']
        | Schemas['organisationValues']
        | Schemas['eventValues']
        | Schemas['instrumentValues']
        | Schemas['measureValues']
        | Schemas['commitmentValues']
        | Schemas['indicatorValues']
        | Schemas['reportRoundValues']
        | Schemas['progressReportValues']
        | Schemas['reviewDecisionValues']
        | Schemas['consultationValues']
        | Schemas['positionValues']
        | Schemas['outcomeValues']
        | Schemas['sourceValues']
        | { readonly [name: string]: unknown };
    }[];
    readonly next?: string;
  };
  readonly History: {
    readonly revisions: readonly {
      readonly revision: number;
      readonly changedAt: string;
      readonly post: string;
      readonly standing: 'party' | 'thirdParty';
      readonly door: 'starter' | 'import' | 'api' | 'form';
      readonly country?: string;
      readonly reason?: string;
      readonly inForce: boolean;
    }[];
    readonly events: readonly ({
      readonly type: string;
      readonly post: string;
      readonly at: string;
      readonly reason?: string;
    } & { readonly [name: string]: unknown })[];
  };
  readonly Search: {
    readonly total: number;
    readonly page: number;
    readonly pages: number;
    readonly facets: {
      readonly [name: string]: readonly { readonly value: string; readonly count: number }[];
    };
    readonly recognised: readonly unknown[];
    readonly records: readonly {
      readonly register: string;
      readonly id: string;
      readonly revision: number;
      readonly address: string;
      readonly standing: 'party' | 'thirdParty';
      readonly changedAt: string;
      readonly withdrawn?: { readonly at: string; readonly reason?: string; readonly into?: string };
      readonly archived?: { readonly at: string; readonly reason?: string };
      readonly review?: {
        readonly owner?: string;
        readonly confirmation: 'confirmed' | 'reported' | 'disputed' | 'observed';
        readonly answers: {
          readonly [name: string]: {
            readonly state: 'asked' | 'confirmed' | 'disputed' | 'letPass' | 'declined';
            readonly revision: number;
            readonly at: string;
            readonly post: string;
            readonly objections?: readonly {
              readonly field: string;
              readonly says?: unknown;
              readonly note?: string;
            }[];
            readonly meets?: 'whole' | 'part';
            readonly reason?: string;
          };
        };
        readonly rejections: readonly {
          readonly country: string;
          readonly revision: number;
          readonly at: string;
          readonly post: string;
          readonly reason?: string;
        }[];
        readonly reservations: readonly {
          readonly id: string;
          readonly country: string;
          readonly on:
            | { readonly kind: 'record' }
            | { readonly kind: 'field'; readonly field: string }
            | { readonly kind: 'label'; readonly list: string; readonly code: string }
            | { readonly kind: 'word'; readonly forms: { readonly [name: string]: string } };
          readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
          readonly at: string;
          readonly post: string;
        }[];
        readonly confirmed?: { readonly at: string; readonly post: string; readonly country?: string };
        readonly dueOn?: string;
        readonly freshness: 'fresh' | 'due' | 'stale' | 'unconfirmed';
        readonly linked: readonly string[];
      };
      readonly values:
        | Schemas['practiceValues']
        | Schemas['activityValues']
        | Schemas['needValues']
        | Schemas['offerValues']
        | Schemas['callValues']
        | Schemas['matchValues']
        | Schemas['adoptionValues']
        | Schemas['organisationValues']
        | Schemas['eventValues']
        | Schemas['instrumentValues']
        | Schemas['measureValues']
        | Schemas['commitmentValues']
        | Schemas['indicatorValues']
        | Schemas['reportRoundValues']
        | Schemas['progressReportValues']
        | Schemas['reviewDecisionValues']
        | Schemas['consultationValues']
        | Schemas['positionValues']
        | Schemas['outcomeValues']
        | Schemas['sourceValues']
        | { readonly [name: string]: unknown };
    }[];
  };
  readonly Session:
    | {
        readonly token: string;
        readonly strong: boolean;
        readonly posts: readonly {
          readonly id: string;
          readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
          readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
          readonly country?: string;
        }[];
      }
    | { readonly ticket: string; readonly factors: readonly ('code' | 'passkey')[] };
  readonly Outcomes: {
    readonly outcomes: readonly {
      readonly register: string;
      readonly id: string;
      readonly done: boolean;
      readonly problem?: unknown;
    }[];
  };
  readonly Desk: {
    readonly post: {
      readonly id: string;
      readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
    };
    readonly tasks: readonly {
      readonly kind:
        | 'toReview'
        | 'toConfirm'
        | 'positionWanted'
        | 'disputed'
        | 'returned'
        | 'draft'
        | 'pair'
        | 'duplicate'
        | 'due'
        | 'observed';
      readonly since: string;
      readonly dueOn?: string;
      readonly country?: string;
      readonly record: {
        readonly register: string;
        readonly id: string;
        readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
        readonly address: string;
        readonly seen: number;
      };
    }[];
    readonly counts: { readonly [name: string]: number };
    readonly rounds: readonly {
      readonly id: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly deadline: string;
      readonly since: string;
      readonly left: number;
    }[];
    readonly care?: { readonly [name: string]: number | string };
  };
  readonly Posts: {
    readonly posts: readonly {
      readonly id: string;
      readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly country?: string;
      readonly languages: readonly string[];
      readonly responseDays?: number;
      readonly contact?: string;
      readonly held: boolean;
    }[];
  };
  readonly Post: {
    readonly id: string;
    readonly kind: 'contributor' | 'focalPoint' | 'rosterManager' | 'secretariat' | 'administrator';
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly country?: string;
    readonly languages: readonly string[];
    readonly responseDays?: number;
    readonly contact?: string;
    readonly held: boolean;
    readonly organisation?: string;
    readonly sectors?: readonly string[];
    readonly organisations?: readonly string[];
    readonly twoPersons?: boolean;
    readonly holders?: readonly {
      readonly account: string;
      readonly deputy: boolean;
      readonly from: string;
      readonly to?: string;
    }[];
    readonly seen?: number;
  };
  readonly Keys: {
    readonly keys: readonly {
      readonly id: string;
      readonly post: string;
      readonly name: string;
      readonly scopes: readonly ('write' | 'act' | 'keep')[];
      readonly calendar?: true;
      readonly madeAt: string;
      readonly endsAt: string;
      readonly usedOn?: string;
    }[];
  };
  readonly MadeCalendarKey: {
    readonly id: string;
    readonly post: string;
    readonly name: string;
    readonly scopes: readonly ('write' | 'act' | 'keep')[];
    readonly calendar?: true;
    readonly madeAt: string;
    readonly endsAt: string;
    readonly usedOn?: string;
    readonly address: string;
  };
  readonly MadeKey: {
    readonly id: string;
    readonly post: string;
    readonly name: string;
    readonly scopes: readonly ('write' | 'act' | 'keep')[];
    readonly calendar?: true;
    readonly madeAt: string;
    readonly endsAt: string;
    readonly usedOn?: string;
    readonly secret: string;
  };
  readonly Reservations: {
    readonly reservations: readonly {
      readonly id: string;
      readonly country: string;
      readonly on:
        | { readonly kind: 'record' }
        | { readonly kind: 'field'; readonly field: string }
        | { readonly kind: 'label'; readonly list: string; readonly code: string }
        | { readonly kind: 'word'; readonly forms: { readonly [name: string]: string } };
      readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly at: string;
      readonly post: string;
    }[];
  };
  readonly ClosedReports: {
    readonly reports: readonly {
      readonly number: number;
      readonly closedAt: string;
      readonly asOf: string;
      readonly since?: string;
      readonly country?: string;
      readonly round?: string;
      readonly files: readonly {
        readonly lang: string;
        readonly format: string;
        readonly sha256: string;
        readonly bytes: number;
        readonly address: string;
      }[];
    }[];
  };
  readonly Rounds: {
    readonly rounds: readonly {
      readonly id: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly instrument: string;
      readonly openedOn: string;
      readonly deadline: string;
      readonly closedOn?: string;
      readonly counts: {
        readonly onTime: number;
        readonly late: number;
        readonly partly: number;
        readonly silent: number;
      };
      readonly reports: number;
      readonly wanted: number;
    }[];
  };
  readonly Round: {
    readonly id: string;
    readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    readonly instrument: string;
    readonly openedOn: string;
    readonly deadline: string;
    readonly closedOn?: string;
    readonly counts: {
      readonly onTime: number;
      readonly late: number;
      readonly partly: number;
      readonly silent: number;
    };
    readonly reports: number;
    readonly wanted: number;
    readonly measures: readonly string[];
    readonly countries: readonly {
      readonly country: string;
      readonly standing: 'onTime' | 'late' | 'partly' | 'silent';
      readonly reports: readonly string[];
      readonly nothing: number;
      readonly disputed: number;
      readonly missing: readonly string[];
      readonly firstOn?: string;
      readonly lastOn?: string;
    }[];
  };
  readonly Registers: {
    readonly registers: readonly {
      readonly name: string;
      readonly version: number;
      readonly title: string;
      readonly confirmEveryMonths: number;
      readonly fields: readonly {
        readonly name: string;
        readonly label: string;
        readonly kind: string;
        readonly needed: boolean;
        readonly seenBy: 'everybody' | 'partners' | 'agreed' | 'focalPoint';
        readonly means: readonly string[];
        readonly list?: string;
      }[];
    }[];
  };
  readonly CodeLists: {
    readonly lists: readonly {
      readonly name: string;
      readonly source: string;
      readonly asOf: string;
      readonly codes: number;
    }[];
  };
  readonly CodeList: {
    readonly name: string;
    readonly source: string;
    readonly asOf: string;
    readonly entries: readonly {
      readonly code: string;
      readonly names: { readonly [name: string]: string };
      readonly parent?: string;
      readonly validFrom?: string;
      readonly validTo?: string;
      readonly note?: string;
      readonly reservations?: readonly {
        readonly country: string;
        readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      }[];
    }[];
  };
  readonly Countries: {
    readonly countries: readonly {
      readonly code: string;
      readonly alpha3?: string;
      readonly m49?: string;
      readonly name: string;
      readonly reservations?: readonly {
        readonly country: string;
        readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      }[];
      readonly south: boolean;
      readonly groups: readonly string[];
      readonly records: number;
      readonly gives: number;
      readonly receives: number;
    }[];
  };
  readonly Country: {
    readonly code: string;
    readonly alpha3?: string;
    readonly m49?: string;
    readonly name: string;
    readonly reservations?: readonly {
      readonly country: string;
      readonly text: { readonly original: string; readonly texts: { readonly [name: string]: string } };
    }[];
    readonly south: boolean;
    readonly groups: readonly string[];
    readonly total: number;
    readonly gives: {
      readonly total: number;
      readonly partners: readonly { readonly value: string; readonly count: number }[];
      readonly sectors: readonly { readonly value: string; readonly count: number }[];
    };
    readonly receives: {
      readonly total: number;
      readonly partners: readonly { readonly value: string; readonly count: number }[];
      readonly sectors: readonly { readonly value: string; readonly count: number }[];
    };
    readonly circle: {
      readonly total: number;
      readonly members: readonly { readonly value: string; readonly count: number }[];
    };
    readonly years: readonly { readonly value: string; readonly count: number }[];
    readonly gaps: readonly { readonly value: string; readonly count: number }[];
    readonly kinds: readonly { readonly value: string; readonly count: number }[];
  };
  readonly Flows: {
    readonly pairs: readonly { readonly from: string; readonly to: string; readonly count: number }[];
    readonly records: number;
    readonly circles: number;
  };
  readonly Counts: {
    readonly total: number;
    readonly facets: {
      readonly [name: string]: readonly { readonly value: string; readonly count: number }[];
    };
  };
  readonly IatiFiles: {
    readonly files: readonly {
      readonly publisher: string;
      readonly identifier: string;
      readonly name: string;
      readonly country: string;
      readonly kind: 'activity' | 'organisation';
      readonly address: string;
      readonly records: number;
      readonly leftOut: number;
      readonly changedAt: string;
    }[];
  };
  readonly Validation: {
    readonly valid: boolean;
    readonly version: string;
    readonly records: number;
    readonly errors: number;
    readonly warnings: number;
    readonly layers: {
      readonly structure: { readonly errors: number; readonly warnings: number };
      readonly rule: { readonly errors: number; readonly warnings: number };
      readonly codelist: { readonly errors: number; readonly warnings: number };
    };
    readonly findings: readonly {
      readonly layer: 'structure' | 'rule' | 'codelist';
      readonly rule: string;
      readonly severity: 'error' | 'warning';
      readonly code: string;
      readonly path: string;
      readonly place?: string;
      readonly line: number;
      readonly record?: { readonly number: number; readonly identifier?: string };
      readonly params: { readonly [name: string]: string | number };
      readonly message: string;
    }[];
    readonly listed: number;
    readonly stopped?: string;
  };
  readonly Suggestions: {
    readonly language?: string;
    readonly sdg: {
      readonly sure: boolean;
      readonly suggestions: readonly {
        readonly code: string;
        readonly name: string;
        readonly probability: number;
        readonly fits: boolean;
        readonly narrower?: string;
        readonly words: readonly string[];
      }[];
    };
    readonly sector: {
      readonly sure: boolean;
      readonly suggestions: readonly {
        readonly code: string;
        readonly name: string;
        readonly probability: number;
        readonly fits: boolean;
        readonly narrower?: string;
        readonly words: readonly string[];
      }[];
    };
  };
  readonly Instruments: {
    readonly asOf: string;
    readonly instruments: readonly {
      readonly id: string;
      readonly register: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly adoptedOn?: string;
      readonly measures: number;
      readonly states: {
        readonly notStarted: number;
        readonly underWay: number;
        readonly done: number;
        readonly doneLate: number;
        readonly lapsed: number;
        readonly superseded: number;
        readonly noInformation: number;
        readonly disputed: number;
      };
      readonly overdue: number;
    }[];
  };
  readonly InstrumentBoard: {
    readonly asOf: string;
    readonly instrument: {
      readonly id: string;
      readonly register: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly adoptedOn?: string;
    };
    readonly total: number;
    readonly measures: number;
    readonly page: number;
    readonly pages: number;
    readonly facets: {
      readonly state: readonly { readonly value: string; readonly count: number }[];
      readonly due: readonly { readonly value: string; readonly count: number }[];
      readonly theme: readonly { readonly value: string; readonly count: number }[];
      readonly kind: readonly { readonly value: string; readonly count: number }[];
      readonly beneficiary: readonly { readonly value: string; readonly count: number }[];
      readonly actor: readonly { readonly value: string; readonly count: number }[];
      readonly country: readonly { readonly value: string; readonly count: number }[];
      readonly response: readonly { readonly value: string; readonly count: number }[];
    };
    readonly timeliness: {
      readonly due: number;
      readonly onTime: number;
      readonly atLateEvent: number;
      readonly late: number;
      readonly open: number;
      readonly lateEvents: number;
      readonly onTimeShare?: number;
      readonly medianDelay?: number;
      readonly medianAfterEvent?: number;
    };
    readonly watched: { readonly all: number; readonly completed: number; readonly days: number };
    readonly survival: readonly {
      readonly days: number;
      readonly open: number;
      readonly atRisk: number;
      readonly completed: number;
    }[];
    readonly rows: readonly {
      readonly id: string;
      readonly register: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly number?: string;
      readonly kind?: string;
      readonly themes?: readonly string[];
      readonly beneficiaries?: readonly string[];
      readonly actors?: readonly string[];
      readonly addressed?: readonly string[];
      readonly response?: string;
      readonly due?: {
        readonly precision: 'day' | 'halfYear' | 'year' | 'event' | 'none';
        readonly date?: string;
        readonly start?: string;
        readonly notBefore?: string;
      };
      readonly planned?: string;
      readonly limit?: string;
      readonly lateness?: { readonly total: number; readonly event: number; readonly own?: number };
      readonly state:
        | 'notStarted'
        | 'underWay'
        | 'done'
        | 'doneLate'
        | 'lapsed'
        | 'superseded'
        | 'noInformation'
        | 'disputed';
      readonly because?: {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      };
      readonly claimed?: {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      };
      readonly against: readonly {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      }[];
      readonly since?: string;
      readonly heardOn?: string;
      readonly overdue: boolean;
      readonly reports: number;
    }[];
    readonly changes?: readonly {
      readonly id: string;
      readonly register: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly number?: string;
      readonly kind?: string;
      readonly themes?: readonly string[];
      readonly beneficiaries?: readonly string[];
      readonly actors?: readonly string[];
      readonly addressed?: readonly string[];
      readonly response?: string;
      readonly due?: {
        readonly precision: 'day' | 'halfYear' | 'year' | 'event' | 'none';
        readonly date?: string;
        readonly start?: string;
        readonly notBefore?: string;
      };
      readonly planned?: string;
      readonly limit?: string;
      readonly lateness?: { readonly total: number; readonly event: number; readonly own?: number };
      readonly state:
        | 'notStarted'
        | 'underWay'
        | 'done'
        | 'doneLate'
        | 'lapsed'
        | 'superseded'
        | 'noInformation'
        | 'disputed';
      readonly because?: {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      };
      readonly claimed?: {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      };
      readonly against: readonly {
        readonly id: string;
        readonly on: string;
        readonly state: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
        readonly by: 'report' | 'review';
        readonly evidenced: boolean;
        readonly disputed: boolean;
      }[];
      readonly since?: string;
      readonly heardOn?: string;
      readonly overdue: boolean;
      readonly reports: number;
      readonly before:
        | 'notStarted'
        | 'underWay'
        | 'done'
        | 'doneLate'
        | 'lapsed'
        | 'superseded'
        | 'noInformation'
        | 'disputed';
    }[];
    readonly said?: readonly {
      readonly id: string;
      readonly register: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly measure: string;
      readonly on?: string;
      readonly state?: 'notStarted' | 'underWay' | 'done' | 'lapsed' | 'superseded' | 'noInformation';
    }[];
    readonly groups?: readonly {
      readonly value: string;
      readonly count: number;
      readonly states: {
        readonly notStarted: number;
        readonly underWay: number;
        readonly done: number;
        readonly doneLate: number;
        readonly lapsed: number;
        readonly superseded: number;
        readonly noInformation: number;
        readonly disputed: number;
      };
      readonly timeliness: {
        readonly due: number;
        readonly onTime: number;
        readonly atLateEvent: number;
        readonly late: number;
        readonly open: number;
        readonly lateEvents: number;
        readonly onTimeShare?: number;
        readonly medianDelay?: number;
        readonly medianAfterEvent?: number;
      };
      readonly watched: { readonly all: number; readonly completed: number };
      readonly medianDays?: number;
    }[];
  };
  readonly Needs: {
    readonly asOf: string;
    readonly total: number;
    readonly needs: readonly {
      readonly id: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly address: string;
      readonly asking: readonly string[];
      readonly help: readonly string[];
      readonly languages: readonly string[];
      readonly sectors: readonly string[];
      readonly neededBy?: string;
      readonly state: 'open' | 'answersDue' | 'inTalks' | 'agreed' | 'partlyMet' | 'notMet' | 'withdrawn';
      readonly answersDue: string;
      readonly daysLeft: number;
      readonly age: number;
      readonly answers: {
        readonly all: number;
        readonly inTalks: number;
        readonly agreed: number;
        readonly declined: number;
      };
      readonly firstAnswer?: string;
      readonly inTime?: boolean;
    }[];
    readonly facets: {
      readonly state: readonly { readonly value: string; readonly count: number }[];
      readonly help: readonly { readonly value: string; readonly count: number }[];
      readonly country: readonly { readonly value: string; readonly count: number }[];
      readonly group: readonly { readonly value: string; readonly count: number }[];
      readonly sector: readonly { readonly value: string; readonly count: number }[];
      readonly language: readonly { readonly value: string; readonly count: number }[];
    };
    readonly numbers: {
      readonly all: {
        readonly released: number;
        readonly open: number;
        readonly byAge: readonly number[];
        readonly due: number;
        readonly inTime: number;
        readonly agreed: number;
        readonly activities: number;
        readonly adopted: number;
        readonly notMet: number;
      };
      readonly LDC: {
        readonly released: number;
        readonly open: number;
        readonly byAge: readonly number[];
        readonly due: number;
        readonly inTime: number;
        readonly agreed: number;
        readonly activities: number;
        readonly adopted: number;
        readonly notMet: number;
      };
      readonly LLDC: {
        readonly released: number;
        readonly open: number;
        readonly byAge: readonly number[];
        readonly due: number;
        readonly inTime: number;
        readonly agreed: number;
        readonly activities: number;
        readonly adopted: number;
        readonly notMet: number;
      };
      readonly SIDS: {
        readonly released: number;
        readonly open: number;
        readonly byAge: readonly number[];
        readonly due: number;
        readonly inTime: number;
        readonly agreed: number;
        readonly activities: number;
        readonly adopted: number;
        readonly notMet: number;
      };
    };
    readonly observed: number;
  };
  readonly NeedAnswers: {
    readonly need: string;
    readonly all: number;
    readonly answers: readonly {
      readonly id: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly summary?: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly address: string;
      readonly answeredBy: readonly string[];
      readonly stage: 'accepted' | 'agreed' | 'declined' | 'withdrawn';
      readonly part: boolean;
      readonly coverage?: 'whole' | 'part';
      readonly first: string;
      readonly since: string;
      readonly because?: string;
    }[];
  };
  readonly Solved: {
    readonly problem: {
      readonly languages: readonly string[];
      readonly words: readonly string[];
      readonly related: readonly {
        readonly shown: string;
        readonly asked: string;
        readonly relation: 'answers' | 'near';
      }[];
      readonly unheard: readonly string[];
      readonly cut: boolean;
    };
    readonly setting: {
      readonly country?: string;
      readonly sectors: readonly string[];
      readonly goals: readonly string[];
      readonly year: number;
    };
    readonly kinds: readonly string[];
    readonly alike: readonly string[];
    readonly total: number;
    readonly written: readonly {
      readonly value: 'en' | 'fr' | 'es' | 'ar' | 'ru' | 'zh' | 'pt';
      readonly count: number;
    }[];
    readonly results: readonly {
      readonly id: string;
      readonly register: string;
      readonly address: string;
      readonly title: { readonly original: string; readonly texts: { readonly [name: string]: string } };
      readonly points: number;
      readonly of: number;
      readonly factors: readonly {
        readonly factor: 'words' | 'meaning' | 'subject' | 'context' | 'experience';
        readonly points: number;
        readonly of: number;
      }[];
      readonly words: readonly {
        readonly asked: string;
        readonly found: string;
        readonly lang: string;
        readonly translated: boolean;
      }[];
      readonly related: readonly {
        readonly asked: string;
        readonly relation: 'answers' | 'near';
        readonly found: string;
        readonly lang: string;
      }[];
      readonly sectors: readonly string[];
      readonly goals: readonly string[];
      readonly likeness?: {
        readonly country: string;
        readonly same: readonly {
          readonly trait: 'income' | 'status' | 'subRegion' | 'belt' | 'language' | 'people';
          readonly values: readonly string[];
        }[];
        readonly different: readonly {
          readonly trait: 'income' | 'status' | 'subRegion' | 'belt' | 'language' | 'people';
          readonly values: readonly string[];
        }[];
        readonly unknown: readonly ('income' | 'status' | 'subRegion' | 'belt' | 'language' | 'people')[];
      };
      readonly tried: {
        readonly uses: readonly string[];
        readonly lastYear?: number;
        readonly confirmation: string;
        readonly confirmedBy: readonly string[];
      };
      readonly misfits: readonly ({ readonly kind: string } & { readonly [name: string]: unknown })[];
    }[];
  };
  readonly Partners: {
    readonly country: string;
    readonly sector?: string;
    readonly wanted: 'provider' | 'recipient';
    readonly records: number;
    readonly partners: readonly {
      readonly country: string;
      readonly points: number;
      readonly factors: readonly {
        readonly factor: 'gravity' | 'others' | 'experience' | 'already' | 'subRegion' | 'language';
        readonly points: number;
        readonly of: number;
      }[];
      readonly inSector: number;
      readonly reach: number;
      readonly together: number;
      readonly others: readonly string[];
      readonly kilometres?: number;
      readonly languages: readonly string[];
      readonly sameSubRegion: boolean;
    }[];
    readonly already: readonly { readonly country: string; readonly records: number }[];
    readonly gaps: {
      readonly neverNamed: readonly string[];
      readonly silent: readonly string[];
      readonly wanting: readonly {
        readonly country: string;
        readonly needs: number;
        readonly partners: number;
      }[];
    };
  };
}

/** The values of a record of a register that is known by name; of others those of any. */
export type ValuesOf<R extends string> = `${R}Values` extends keyof Schemas
  ? Schemas[`${R}Values`]
  : Schemas['Record']['values'];

/** A record of a register as it is shown. */
export type RecordOf<R extends string> = Omit<Schemas['Record'], 'values'> & { readonly values: ValuesOf<R> };

/** A node as a program talks to it: one method for each operation of its API. */
export class Southbridge extends Asking {
  /** Whether the node can read its log, and how far its index is behind. */
  health(): Promise<Answer<Schemas['Health']>> {
    return this.ask('GET', `/health`);
  }

  /** Whether people should be sent here: 503 while the node starts or stops, or its index is far behind the log. */
  ready(): Promise<Answer<Schemas['Ready']>> {
    return this.ask('GET', `/ready`);
  }

  /** How many entries the log holds and the root of the Merkle tree over them (RFC 6962), signed with Ed25519. Keep it: later heads have to be consistent with it. */
  logHead(): Promise<Answer<Schemas['LogHead']>> {
    return this.ask('GET', `/log/head`);
  }

  /** The keys with which heads are signed, each vouched for by the one before; which are retired or revoked. */
  logKeys(): Promise<Answer<Schemas['LogKeys']>> {
    return this.ask('GET', `/log/keys`);
  }

  /** That entry `seq` is in the tree of `treeSize` entries: its leaf and the hashes on the way to the root. */
  logInclusion(
    asked: { readonly seq?: string; readonly treeSize?: string } = {},
  ): Promise<Answer<Schemas['LogInclusion']>> {
    return this.ask('GET', `/log/proof`, { query: { seq: asked.seq, treeSize: asked.treeSize } });
  }

  /** That the tree of `treeSize` entries begins with the tree of `from` entries. */
  logConsistency(
    asked: { readonly from?: string; readonly treeSize?: string } = {},
  ): Promise<Answer<Schemas['LogConsistency']>> {
    return this.ask('GET', `/log/consistency`, { query: { from: asked.from, treeSize: asked.treeSize } });
  }

  /** That the values which you may see stand in the log as shown. Hidden ones are there as salted hashes that tell nothing. */
  recordProof(asked: {
    readonly register: string;
    readonly id: string;
    readonly post?: string;
  }): Promise<Answer<Schemas['RecordProof']>> {
    return this.ask(
      'GET',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/proof`,
      { query: { post: asked.post } },
    );
  }

  /** All IATI files of the node: who publishes, where, how many records, when changed. */
  iatiList(): Promise<Answer<Schemas['IatiFiles']>> {
    return this.ask('GET', `/api/iati`);
  }

  /** Rounds of reporting, with how many countries answered how; of one instrument with `instrument`. */
  rounds(asked: { readonly instrument?: string } = {}): Promise<Answer<Schemas['Rounds']>> {
    return this.ask('GET', `/api/follow-up/rounds`, { query: { instrument: asked.instrument } });
  }

  /** A round of reporting: who was asked, who answered when, and who is silent. */
  round(asked: { readonly id: string }): Promise<Answer<Schemas['Round']>> {
    return this.ask('GET', `/api/follow-up/rounds/${encodeURIComponent(asked.id)}`);
  }

  /** A secretariat closes a round, and with it the report to the ministers: in seven languages, numbered, kept unchanged. Takes up to a minute; the answer is the list of closed reports. */
  closeRound(
    asked: { readonly id: string; readonly body?: Schemas['Acting'] } & Conditions,
  ): Promise<Answer<Schemas['ClosedReports']>> {
    return this.ask('POST', `/api/follow-up/rounds/${encodeURIComponent(asked.id)}/close`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** Instruments, with how many of their measures stand how on a day; today unless `asOf` says. */
  instruments(asked: { readonly asOf?: string } = {}): Promise<Answer<Schemas['Instruments']>> {
    return this.ask('GET', `/api/follow-up/instruments`, { query: { asOf: asked.asOf } });
  }

  /** The board of an instrument as of a day: measures with their state and what it rests on, counts that add up, how time was kept. */
  instrumentBoard(asked: {
    readonly id: string;
    readonly state?: string | readonly string[];
    readonly due?: string | readonly string[];
    readonly theme?: string | readonly string[];
    readonly kind?: string | readonly string[];
    readonly beneficiary?: string | readonly string[];
    readonly actor?: string | readonly string[];
    readonly country?: string | readonly string[];
    readonly response?: string | readonly string[];
    readonly asOf?: string;
    readonly since?: string;
    readonly by?: string;
    readonly page?: number;
    readonly size?: number;
  }): Promise<Answer<Schemas['InstrumentBoard']>> {
    return this.ask('GET', `/api/follow-up/instruments/${encodeURIComponent(asked.id)}`, {
      query: {
        state: asked.state,
        due: asked.due,
        theme: asked.theme,
        kind: asked.kind,
        beneficiary: asked.beneficiary,
        actor: asked.actor,
        country: asked.country,
        response: asked.response,
        asOf: asked.asOf,
        since: asked.since,
        by: asked.by,
        page: asked.page,
        size: asked.size,
      },
    });
  }

  /** Needs that can still be answered, with the days that are left and how many answers there are; what became of all of them. */
  needs(
    asked: {
      readonly state?: string | readonly string[];
      readonly help?: string;
      readonly country?: string | readonly string[];
      readonly group?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly language?: string;
      readonly within?: string;
    } = {},
  ): Promise<Answer<Schemas['Needs']>> {
    return this.ask('GET', `/api/needs`, {
      query: {
        state: asked.state,
        help: asked.help,
        country: asked.country,
        group: asked.group,
        sector: asked.sector,
        language: asked.language,
        within: asked.within,
      },
    });
  }

  /** The answers to a need, as far as the reader may see them. */
  needAnswers(asked: {
    readonly id: string;
    readonly post?: string;
  }): Promise<Answer<Schemas['NeedAnswers']>> {
    return this.ask('GET', `/api/needs/${encodeURIComponent(asked.id)}/answers`, {
      query: { post: asked.post },
    });
  }

  /** The reports on an instrument that the secretariat has closed, with the SHA-256 of every file. */
  closedReports(asked: { readonly id: string }): Promise<Answer<Schemas['ClosedReports']>> {
    return this.ask('GET', `/api/follow-up/instruments/${encodeURIComponent(asked.id)}/reports`);
  }

  /** A secretariat closes a report on an instrument of which no round is open: in seven languages, numbered, kept unchanged. Takes up to a minute; the answer is the list of closed reports. */
  closeReport(
    asked: { readonly id: string; readonly body?: Schemas['CloseReport'] } & Conditions,
  ): Promise<Answer<Schemas['ClosedReports']>> {
    return this.ask('POST', `/api/follow-up/instruments/${encodeURIComponent(asked.id)}/reports`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** One page of the records that a search finds, with totals and counts of facets. Takes `q`, `sort`, `page`, `size` and every facet; `due` is fresh, due, stale or unconfirmed. */
  search(
    asked: {
      readonly q?: string;
      readonly kind?: string | readonly string[];
      readonly provider?: string | readonly string[];
      readonly host?: string | readonly string[];
      readonly group?: string | readonly string[];
      readonly modality?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly sdg?: string | readonly string[];
      readonly year?: string | readonly string[];
      readonly flow?: string | readonly string[];
      readonly country?: string | readonly string[];
      readonly gap?: string | readonly string[];
      readonly organisation?: string | readonly string[];
      readonly confirmation?: string | readonly string[];
      readonly due?: string | readonly string[];
      readonly circle?: string | readonly string[];
      readonly sort?: string;
      readonly page?: number;
      readonly size?: number;
    } = {},
  ): Promise<Answer<Schemas['Search']>> {
    return this.ask('GET', `/api/search`, {
      query: {
        q: asked.q,
        kind: asked.kind,
        provider: asked.provider,
        host: asked.host,
        group: asked.group,
        modality: asked.modality,
        sector: asked.sector,
        sdg: asked.sdg,
        year: asked.year,
        flow: asked.flow,
        country: asked.country,
        gap: asked.gap,
        organisation: asked.organisation,
        confirmation: asked.confirmation,
        due: asked.due,
        circle: asked.circle,
        sort: asked.sort,
        page: asked.page,
        size: asked.size,
      },
    });
  }

  /** Records that answer a problem (`q`, a text in any of seven languages) or a record (`record`), in the order of points that are all told, with words found, likeness of countries, experience, and what does not fit. */
  solved(
    asked: {
      readonly q?: string;
      readonly record?: string;
      readonly country?: string | readonly string[];
      readonly kind?: string | readonly string[];
      readonly alike?: string;
      readonly written?: string | readonly string[];
      readonly limit?: number;
    } = {},
  ): Promise<Answer<Schemas['Solved']>> {
    return this.ask('GET', `/api/solved`, {
      query: {
        q: asked.q,
        record: asked.record,
        country: asked.country,
        kind: asked.kind,
        alike: asked.alike,
        written: asked.written,
        limit: asked.limit,
      },
    });
  }

  /** The same for a text of any length up to 400,000 characters, such as a pasted page: `cut` says where only its beginning was read. Nothing is kept. */
  solvedAtLength(asked: { readonly body: Schemas['ProblemToSolve'] }): Promise<Answer<Schemas['Solved']>> {
    return this.ask('POST', `/api/solved`, { body: asked.body });
  }

  /** Countries with which one could work in a sector, with fixed and documented points, and those that such a list would hide. */
  partners(
    asked: {
      readonly country?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly wanted?: string;
    } = {},
  ): Promise<Answer<Schemas['Partners']>> {
    return this.ask('GET', `/api/partners`, {
      query: { country: asked.country, sector: asked.sector, wanted: asked.wanted },
    });
  }

  /** Records of all registers in the order in which they changed, stretch by stretch: `next` goes on where an answer ended, whatever was written since. Narrowed by words and facets. */
  list(
    asked: {
      readonly q?: string;
      readonly kind?: string | readonly string[];
      readonly provider?: string | readonly string[];
      readonly host?: string | readonly string[];
      readonly group?: string | readonly string[];
      readonly modality?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly sdg?: string | readonly string[];
      readonly year?: string | readonly string[];
      readonly flow?: string | readonly string[];
      readonly country?: string | readonly string[];
      readonly gap?: string | readonly string[];
      readonly organisation?: string | readonly string[];
      readonly confirmation?: string | readonly string[];
      readonly due?: string | readonly string[];
      readonly circle?: string | readonly string[];
      readonly order?: string;
      readonly limit?: number;
      readonly cursor?: string;
      readonly fields?: string;
    } = {},
  ): Promise<Answer<Schemas['List']>> {
    return this.ask('GET', `/api/records`, {
      query: {
        q: asked.q,
        kind: asked.kind,
        provider: asked.provider,
        host: asked.host,
        group: asked.group,
        modality: asked.modality,
        sector: asked.sector,
        sdg: asked.sdg,
        year: asked.year,
        flow: asked.flow,
        country: asked.country,
        gap: asked.gap,
        organisation: asked.organisation,
        confirmation: asked.confirmation,
        due: asked.due,
        circle: asked.circle,
        order: asked.order,
        limit: asked.limit,
        cursor: asked.cursor,
        fields: asked.fields,
      },
    });
  }

  /** All revisions of a record, without values, and all that happened to it, oldest first. */
  history(asked: {
    readonly register: string;
    readonly id: string;
    readonly post?: string;
  }): Promise<Answer<Schemas['History']>> {
    return this.ask(
      'GET',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/history`,
      { query: { post: asked.post } },
    );
  }

  /** A record as one of its revisions had it. */
  revision<const R extends string>(asked: {
    readonly register: R;
    readonly id: string;
    readonly number: string;
    readonly post?: string;
  }): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'GET',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/revisions/${encodeURIComponent(asked.number)}`,
      { query: { post: asked.post } },
    );
  }

  /** The registers and their fields. */
  registers(): Promise<Answer<Schemas['Registers']>> {
    return this.ask('GET', `/api/registers`);
  }

  /** The code lists, with source and date. */
  codeLists(): Promise<Answer<Schemas['CodeLists']>> {
    return this.ask('GET', `/api/code-lists`);
  }

  /** One list: its codes and what they are called in seven languages. */
  codeList(asked: { readonly list: string }): Promise<Answer<Schemas['CodeList']>> {
    return this.ask('GET', `/api/code-lists/${encodeURIComponent(asked.list)}`);
  }

  /** All countries, with the number of records that name each. */
  countries(): Promise<Answer<Schemas['Countries']>> {
    return this.ask('GET', `/api/countries`);
  }

  /** What the records say of one country: what it gives and receives, with whom, since when. Never a rank. */
  country(asked: { readonly code: string }): Promise<Answer<Schemas['Country']>> {
    return this.ask('GET', `/api/countries/${encodeURIComponent(asked.code)}`);
  }

  /** Who shares with whom: pairs of countries in the records that a search finds. */
  flows(
    asked: {
      readonly q?: string;
      readonly kind?: string | readonly string[];
      readonly provider?: string | readonly string[];
      readonly host?: string | readonly string[];
      readonly group?: string | readonly string[];
      readonly modality?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly sdg?: string | readonly string[];
      readonly year?: string | readonly string[];
      readonly flow?: string | readonly string[];
      readonly country?: string | readonly string[];
      readonly gap?: string | readonly string[];
      readonly organisation?: string | readonly string[];
      readonly confirmation?: string | readonly string[];
      readonly due?: string | readonly string[];
      readonly circle?: string | readonly string[];
    } = {},
  ): Promise<Answer<Schemas['Flows']>> {
    return this.ask('GET', `/api/flows`, {
      query: {
        q: asked.q,
        kind: asked.kind,
        provider: asked.provider,
        host: asked.host,
        group: asked.group,
        modality: asked.modality,
        sector: asked.sector,
        sdg: asked.sdg,
        year: asked.year,
        flow: asked.flow,
        country: asked.country,
        gap: asked.gap,
        organisation: asked.organisation,
        confirmation: asked.confirmation,
        due: asked.due,
        circle: asked.circle,
      },
    });
  }

  /** How many records a search finds, and how many of each value of the facets asked for. */
  counts(
    asked: {
      readonly q?: string;
      readonly kind?: string | readonly string[];
      readonly provider?: string | readonly string[];
      readonly host?: string | readonly string[];
      readonly group?: string | readonly string[];
      readonly modality?: string | readonly string[];
      readonly sector?: string | readonly string[];
      readonly sdg?: string | readonly string[];
      readonly year?: string | readonly string[];
      readonly flow?: string | readonly string[];
      readonly country?: string | readonly string[];
      readonly gap?: string | readonly string[];
      readonly organisation?: string | readonly string[];
      readonly confirmation?: string | readonly string[];
      readonly due?: string | readonly string[];
      readonly circle?: string | readonly string[];
      readonly facet?: string;
    } = {},
  ): Promise<Answer<Schemas['Counts']>> {
    return this.ask('GET', `/api/counts`, {
      query: {
        q: asked.q,
        kind: asked.kind,
        provider: asked.provider,
        host: asked.host,
        group: asked.group,
        modality: asked.modality,
        sector: asked.sector,
        sdg: asked.sdg,
        year: asked.year,
        flow: asked.flow,
        country: asked.country,
        gap: asked.gap,
        organisation: asked.organisation,
        confirmation: asked.confirmation,
        due: asked.due,
        circle: asked.circle,
        facet: asked.facet,
      },
    });
  }

  /** Holds an IATI file (2.01 to 2.03, also packed with gzip) against the standard: structure, rules and code lists, each finding with its line and how to mend it. */
  validate(): Promise<Answer<Schemas['Validation']>> {
    return this.ask('POST', `/api/validate`);
  }

  /** Goals, targets and DAC sectors that may fit a text, with calibrated shares and the words that led to each; none when not sure. Nothing is kept. */
  suggestions(asked: {
    readonly body: Schemas['TextForSuggestions'];
  }): Promise<Answer<Schemas['Suggestions']>> {
    return this.ask('POST', `/api/suggestions`, { body: asked.body });
  }

  /** A token for `Authorization: Bearer …`, good for 30 minutes without use and 12 hours at most; or a ticket where a second factor is set up. */
  signIn(asked: { readonly body: Schemas['SignIn'] }): Promise<Answer<Schemas['Session']>> {
    return this.ask('POST', `/api/sign-in`, { body: asked.body });
  }

  /** A token for a ticket and the code of an authenticator, or a recovery code. */
  showCode(asked: { readonly body: Schemas['SignInCode'] }): Promise<Answer<Schemas['Session']>> {
    return this.ask('POST', `/api/sign-in/code`, { body: asked.body });
  }

  /** Ends the session of the token. */
  signOut(asked: Conditions = {}): Promise<Answer<object>> {
    return this.ask('POST', `/api/sign-out`, { ...asked });
  }

  /** Says of many records that they are still right; each is answered by itself. */
  reconfirmMany(
    asked: { readonly body: Schemas['ReconfirmMany'] } & Conditions,
  ): Promise<Answer<Schemas['Outcomes']>> {
    return this.ask('POST', `/api/reconfirm`, { ...asked });
  }

  /** What waits for the post, in the order in which it should be done, and counts by kind. */
  desk(
    asked: {
      readonly post?: string;
      readonly kind?: string | readonly string[];
      readonly page?: number;
      readonly size?: number;
    } = {},
  ): Promise<Answer<Schemas['Desk']>> {
    return this.ask('GET', `/api/desk`, {
      query: { post: asked.post, kind: asked.kind, page: asked.page, size: asked.size },
    });
  }

  /** Focal points, roster managers and secretariats, never persons; with a session all posts that the post keeps, with their holders. */
  posts(asked: { readonly post?: string } = {}): Promise<Answer<Schemas['Posts']>> {
    return this.ask('GET', `/api/posts`, { query: { post: asked.post } });
  }

  /** Opens a post; nobody holds it yet. */
  openPost(asked: { readonly body: Schemas['NewPost'] } & Conditions): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts`, { ...asked });
  }

  /** Says anew what the post is. */
  changePost(
    asked: { readonly id: string; readonly body: Schemas['ChangedPost'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('PUT', `/api/posts/${encodeURIComponent(asked.id)}`, { ...asked });
  }

  /** Mails an invitation to hold the post. */
  invite(
    asked: { readonly id: string; readonly body: Schemas['Invitation'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/invite`, { ...asked });
  }

  /** Takes back an invitation that was not accepted: the link in its letter opens nothing any more. */
  withdrawInvitation(
    asked: { readonly id: string; readonly body: Schemas['WithdrawnInvitation'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/withdraw-invitation`, { ...asked });
  }

  /** Somebody with an account holds the post from today on. */
  appoint(
    asked: { readonly id: string; readonly body?: Schemas['Person'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/appoint`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** Somebody no longer holds the post. */
  relieve(
    asked: { readonly id: string; readonly body?: Schemas['Person'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/relieve`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** The post changes its holder in one step; both are told by mail. */
  handOver(
    asked: { readonly id: string; readonly body?: Schemas['Person'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/hand-over`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** Takes away the lost second factor of somebody who holds the post; wants a reason and tells the person by mail. */
  resetFactor(
    asked: { readonly id: string; readonly body?: Schemas['Person'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/reset-factor`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** Nobody holds the post any more; what it did stays. */
  closePost(
    asked: { readonly id: string; readonly body?: Schemas['Acting'] } & Conditions,
  ): Promise<Answer<Schemas['Post']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/close`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** The keys of a post, without their secrets: for those who keep the post, and secretariats. */
  keys(asked: { readonly id: string; readonly post?: string }): Promise<Answer<Schemas['Keys']>> {
    return this.ask('GET', `/api/posts/${encodeURIComponent(asked.id)}/keys`, {
      query: { post: asked.post },
    });
  }

  /** Makes a key for a program that acts for the post; its secret is told in this answer alone. */
  makeKey(
    asked: { readonly id: string; readonly body: Schemas['NewKey'] } & Conditions,
  ): Promise<Answer<Schemas['MadeKey']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/keys`, { ...asked });
  }

  /** Makes a secret address at which a calendar program reads the calendar of the post without a header; it is told in this answer alone, and the one that the same person had before ends. */
  makeCalendarKey(
    asked: { readonly id: string; readonly body?: Schemas['Acting'] } & Conditions,
  ): Promise<Answer<Schemas['MadeCalendarKey']>> {
    return this.ask('POST', `/api/posts/${encodeURIComponent(asked.id)}/calendar-key`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** Ends a key: it opens nothing from the next request on. */
  revokeKey(
    asked: { readonly id: string; readonly key: string; readonly body?: Schemas['Acting'] } & Conditions,
  ): Promise<Answer<Schemas['Keys']>> {
    return this.ask(
      'POST',
      `/api/posts/${encodeURIComponent(asked.id)}/keys/${encodeURIComponent(asked.key)}/revoke`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** Printed reservations of countries on labels of code lists and on words. */
  reservations(): Promise<Answer<Schemas['Reservations']>> {
    return this.ask('GET', `/api/reservations`);
  }

  /** A country attaches a reservation to a label or a word; a second one on the same replaces it. */
  reserveWords(
    asked: { readonly body: Schemas['ReserveWords'] } & Conditions,
  ): Promise<Answer<Schemas['Reservations']>> {
    return this.ask('POST', `/api/reservations`, { ...asked });
  }

  /** A country lifts a reservation of its own. */
  liftWords(
    asked: { readonly id: string; readonly body?: Schemas['Acting'] } & Conditions,
  ): Promise<Answer<Schemas['Reservations']>> {
    return this.ask('POST', `/api/reservations/${encodeURIComponent(asked.id)}/lift`, {
      ...asked,
      body: asked.body ?? {},
    });
  }

  /** A record as everybody may see it; with a session as the post may see it. The ETag is `"id.revision.seq"`. */
  record<const R extends string>(asked: {
    readonly register: R;
    readonly id: string;
    readonly post?: string;
    readonly fields?: string;
  }): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'GET',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}`,
      { query: { post: asked.post, fields: asked.fields } },
    );
  }

  /** Writes a revision, or a new record with `If-None-Match: *`. A post writes a draft of its country, or as a third party what it has read; the node’s own key writes as a third party. */
  edit<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Edit'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'PUT',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}`,
      { ...asked },
    );
  }

  /** The draft is ready for the focal point. A step of review. */
  submit<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Act'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/submit`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** The focal point sends the draft back with remarks. A step of review. */
  return<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Return'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/return`,
      { ...asked },
    );
  }

  /** The focal point gives the record to an organisation of its country to write on. A step of review. */
  entrust<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Entrust'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/entrust`,
      { ...asked },
    );
  }

  /** The draft becomes the word of its country; the other countries named are asked. A step of review. */
  release<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Act'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/release`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** A country that was asked says that the revision in force is right. A step of review. */
  confirm<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Confirm'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/confirm`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** It lets the revision stand without a word of its own. A step of review. */
  letPass<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Answer'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/let-pass`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** It says which fields are not right, and what it holds to be so. A step of review. */
  dispute<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Dispute'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/dispute`,
      { ...asked },
    );
  }

  /** A side that was asked does not go on with a match, and says why. A step of review. */
  decline<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Decline'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/decline`,
      { ...asked },
    );
  }

  /** A country that vouched says that the record is still right. A step of review. */
  reconfirm<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Act'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/reconfirm`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** A country makes the statement of a third party its own word. A step of review. */
  adopt<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body?: Schemas['Answer'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/adopt`,
      { ...asked, body: asked.body ?? {} },
    );
  }

  /** A country says that the statement of a third party is not so. A step of review. */
  reject<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Rejection'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/reject`,
      { ...asked },
    );
  }

  /** A country attaches a printed reservation to the record or a field. A step of review. */
  reserve<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Reserve'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/reserve`,
      { ...asked },
    );
  }

  /** It lifts a reservation of its own. A step of review. */
  liftReservation<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Lift'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/lift`,
      { ...asked },
    );
  }

  /** A side says that another record reports the same initiative. A step of review. */
  link<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Pair'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/link`,
      { ...asked },
    );
  }

  /** A side says that they are two. A step of review. */
  part<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Pair'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/part`,
      { ...asked },
    );
  }

  /** The record no longer counts; its address stays and says why. A step of review. */
  withdraw<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['ReasonedAct'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/withdraw`,
      { ...asked },
    );
  }

  /** The record is over: kept under its address, found by no search. A step of review. */
  archive<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['ReasonedAct'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/archive`,
      { ...asked },
    );
  }

  /** What the record says, and said, in a personal field is taken out of pages, log and backups for good. A step of review. */
  erase<const R extends string>(
    asked: { readonly register: R; readonly id: string; readonly body: Schemas['Erase'] } & Conditions,
  ): Promise<Answer<RecordOf<R>>> {
    return this.ask(
      'POST',
      `/api/records/${encodeURIComponent(asked.register)}/${encodeURIComponent(asked.id)}/erase`,
      { ...asked },
    );
  }

  /** All records that a search finds, stretch by stretch, in the order in which they changed. */
  async *all(
    question: Omit<NonNullable<Parameters<Southbridge['list']>[0]>, 'cursor'> = {},
  ): AsyncGenerator<Schemas['List']['records'][number]> {
    for (let cursor: string | undefined; ; ) {
      const { data } = await this.list({ ...question, ...(cursor === undefined ? {} : { cursor }) });
      yield* data.records;
      cursor = data.next;
      if (cursor === undefined) return;
    }
  }
}
