import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** Of the Arabic faces one that draws a letter as one glyph: where dots are glyphs of their own, letters double when text is taken out of a PDF. */
const latinAndArabic = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'almarai/400Regular/Almarai_400Regular.ttf',
  'almarai/700Bold/Almarai_700Bold.ttf',
];

/** Faces that stand in the project's packages: a document looks the same on every machine. Chinese ones where its text has need of them: they weigh 17 MB. */
export function documentFonts(text: string): readonly string[] {
  // The package names its files to nobody: they lie beside the folder of its code.
  const chinese = join(dirname(resolve('@embedpdf/fonts-sc')), '../fonts');
  return [
    ...latinAndArabic.map((face) => resolve(`@expo-google-fonts/${face}`)),
    ...(/\p{Script=Han}/u.test(text)
      ? [join(chinese, 'NotoSansHans-Regular.otf'), join(chinese, 'NotoSansHans-Bold.otf')]
      : []),
  ];
}

/** The families of these faces, that of the language first. */
export function familiesFor(lang: string): readonly string[] {
  const all = ['Noto Sans', 'Almarai', 'Noto Sans S Chinese'];
  const own = { ar: 'Almarai', zh: 'Noto Sans S Chinese' }[lang];
  return own === undefined ? all : [own, ...all.filter((one) => one !== own)];
}
