/** The seven languages of the interface (BCP 47 primary tags): the six of the United Nations, and Portuguese. */
export const interfaceLanguages = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'pt'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** A BCP 47 language tag of content; `und` where nobody said which language it is. */
export type LanguageTag = string;

export const unknownLanguage: LanguageTag = 'und';

export function isInterfaceLanguage(tag: string): tag is InterfaceLanguage {
  return (interfaceLanguages as readonly string[]).includes(tag);
}

/** The way a language is written; content in a language we do not know is left to the reader's program (`auto`). */
export function directionOf(tag: LanguageTag): 'ltr' | 'rtl' | 'auto' {
  if (tag === unknownLanguage) return 'auto';
  return /^(ar|fa|ur|he|ps|dv|ckb|ug|yi|sd)\b/i.test(tag) ? 'rtl' : 'ltr';
}
