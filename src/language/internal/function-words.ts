/**
 * Frequent function words by language, folded. A word may stand in several lists. The last
 * lists are there so that texts in other languages are not taken for one of the first four.
 */
const lists: Readonly<Record<string, string>> = {
  en: `the of and in to for a is are was were that this these with by from as on at be been has have it its their
    which will can we they or an not but more between through into such who our you how what other all there also`,
  fr: `le la les de du des et en au aux un une pour dans par sur avec est sont qui que ce cette ces il elle ils nous
    vous leur leurs plus ne pas se ou a son sa ses ont ete etre entre comme mais aussi afin dont tout tous ainsi`,
  es: `el la los las de del y en a al un una para por con que es son se su sus lo no como mas o este esta estos estas
    han ha fue ser entre sobre sur desde tambien pero todo todos nos muy hay e si cuando sin donde hasta porque ya le les
    puede asi nuestro nuestra`,
  pt: `o a os as de do da dos das e em no na nos nas ao aos um uma para por pelo pela com que se nao mais como sua
    seu seus suas foi ser sao tem entre sobre tambem mas ou este esta isso ela ele pelos pelas ha ate quando muito
    nossa nosso onde ja`,
  it: `il lo la i gli le di del della dei delle degli e in nel nella un una per con che non sono si da dal alla al anche
    come piu questo questa ha`,
  de: `der die das und in den von zu mit ist des fur auf im dem nicht ein eine als auch es an werden aus sich wird
    bei nach`,
  nl: `de het een en van in te dat is op voor met zijn niet aan er om ook als bij door worden naar heeft uit deze`,
  ca: `el la els les de del dels i en a al un una per amb que es son no com mes pero aquest aquesta`,
  ro: `si in de la cu pe din pentru este sunt care nu o un mai ca sau fost prin al ale lor`,
  sh: `i u na je se za da su od s koji koja koje kao sa po iz ili te bi ne o do`,
  pl: `w i z na do sie nie to jest ze od przez dla oraz za po jak`,
  tr: `ve bir bu ile icin da de olarak olan daha cok gibi en kadar ne`,
  id: `yang dan di untuk dengan dari pada ini dalam tidak itu akan oleh adalah atau ke dapat`,
  sw: `ya na wa kwa ni katika za la kuwa hii cha ili vya yake au huu`,
  vi: `va cua cac cho trong la co duoc voi nhung mot khong nguoi de`,
  az: `ve bir bu ile ucun de da olan olaraq daha ki`,
  uz: `va bu bilan uchun bir ham da`,
};

/** For each folded word the languages that use it often. */
export const functionWords: ReadonlyMap<string, readonly string[]> = buildIndex();

function buildIndex(): Map<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  for (const [lang, list] of Object.entries(lists)) {
    for (const word of list.split(/\s+/)) {
      const known = index.get(word) ?? [];
      if (!known.includes(lang)) index.set(word, [...known, lang]);
    }
  }
  return index;
}
