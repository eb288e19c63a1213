import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { type Card, cardSvg } from './card.ts';

/** Faces that stand in the project's packages: a card looks the same on every machine. */
const faces = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
];

let fontFiles: readonly string[] | undefined;

/** The card as PNG, drawn off the main thread. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  fontFiles ??= faces.map((face) => resolve(`@expo-google-fonts/${face}`));
  const picture = await renderAsync(cardSvg(card), {
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return new Uint8Array(picture.asPng());
}
