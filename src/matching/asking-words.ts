/**
 * Words with which people ask, whatever they ask for, folded: "we look for", "how can", "need", "country". They stand in
 * every problem and in many records, and say nothing of either.
 */
const lists: readonly string[] = [
  `we our us need needs needed want wants wish seek seeking look looking find help how can could would like please who
   what where which experience experiences support country countries problem problems solution solutions others other
   every year years more better best way ways work works make get give use used using have has too many much still also
   without them their they run`,
  `nous notre nos cherchons cherche recherche recherchons besoin besoins voulons souhaitons voudrions comment peut
   pouvons pourrait aide aider quelles quels quelle quel experience experiences appui pays probleme problemes solution
   solutions autres chaque annee annees ans plus mieux meilleur meilleure meilleurs sans faut fait faire pres permettent
   avoir deja tous toutes`,
  `nosotros nuestra nuestro nuestros nuestras buscamos busca necesitamos necesita necesidad queremos deseamos quien
   quienes como puede podemos ayuda ayudar experiencia experiencias apoyo pais paises problema problemas solucion
   soluciones otros otras cada ano anos mas mejor mejores mejorar cuando hay sin hacer tiene tienen`,
  `نحن نبحث نريد نحتاج نرغب بحاجه كيف يمكن تجربه تجارب مساعده دعم بلد بلدنا بلدان بلداننا مشكله مشاكل حل حلول اخري عام عاما بعد
   دون معا يمكنها لا`,
  `мы нам нас наш наша наши нашей нужен нужна нужно нужны ищем хотим хотели как можно помочь помощь опыт поддержка
   поддержки страна страны стране стран проблема проблемы решение решения других другие каждый год года лет чтобы
   всеми вместе слишком много уходит`,
  `我们 希望 寻找 需要 想要 如何 怎样 了解 学习 经验 帮助 支持 国家 其他 问题 解决 办法 做法 每年`,
  `nos nosso nossa nossos nossas procuramos buscamos precisamos precisa queremos desejamos quem como pode podemos ajuda
   ajudar experiencia experiencias apoio pais paises problema problemas solucao solucoes outros outras cada ano anos
   mais melhor melhores melhorar muitos muitas sem fazer tem conviver`,
];

const all: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(/\s+/)));

/** @param surface a folded word. */
export function isAskingWord(surface: string): boolean {
  return all.has(surface);
}
