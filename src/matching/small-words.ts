import { fold } from '../language/fold.ts';

/**
 * Words that hold a sentence together, by language: prepositions, pronouns, numerals, verbs of any use ("about", "neither",
 * "half", "keep"). Said of anything, they find anything; where few records happen to have one, its rarity would make it
 * count more than what the problem is about.
 */
const lists: Readonly<Record<string, string>> = {
  en: `no non not about above across after again against ago ahead all almost along already although always am amid among
    amongst another any anybody anyone anything anywhere are around aside away back became because become becomes
    been before began begin beginning behind being below beneath beside besides beyond both bring brings brought
    but by came cannot come comes coming did do does doing done down during each either else enough especially etc
    even ever everybody everyone everything everywhere except far few fewer first five for former forward four
    from full further gave get gets getting given gives giving go goes going gone got had half hence her here hers
    herself him himself his however if in indeed inside instead into its itself just keep keeping keeps kept know
    known knows large larger last later latter least less let lets like likely little long longer made main mainly
    make makes making may maybe me mean means meanwhile might moreover most mostly must my myself namely near
    nearly neither never nevertheless next nobody none nor nothing now nowhere off often once one ones only onto
    otherwise ought ours oneself ourselves out outside over own part per perhaps put puts putting quite rather really
    right same say says second seem seems several shall she should since six so some somebody someone something
    sometimes somewhere soon stand stands still such take taken takes taking tell tend ten than that themselves then there
    thereby therefore these thing things third this those though three through throughout thus till together too
    took toward towards turn turns twice two under unless unlike until up upon us usually various very via want
    was went were whatever when whenever whereas wherever whether while whole whom whose why will within would yet
    you your yours yourself yourselves`,
  fr: `pas afin ailleurs ainsi alors apres assez aucun aucune aupres auquel aussi autant autour avant beaucoup bien celle
    celles celui cependant certain certaine certaines certains cet ceux chacun chacune chez ci cinq combien contre
    dehors dela demi depuis derriere des desormais dessous dessus deux devant devenir devient doit doivent donc
    donne donner dont durant elles encore enfin ensuite environ est etaient etait etant etes eux faire fait faites
    fois font fut hors ici ils jamais jusque laquelle lequel lesquels lesquelles lors lorsque lui maintenant
    malgre meme memes mettre moins moitie moyennant neanmoins ni non nombreuses nombreux notamment onze ou outre
    parce parfois parmi partout permet peu peut peuvent plupart plusieurs pourquoi pourtant prendre presque puis
    puisque quand quant quatre quelque quelques quoi quoique rien selon sept seul seule seulement six soit sont
    souvent suite surtout tandis tant tel telle telles tels tiers toujours toute toutefois tres trois trop vers
    voici voila vont vraiment`,
  es: `no abajo ademas ahi ahora al algo alguien algun alguna algunas alguno algunos alli ambos ante antes apenas aqui
    aquel aquella aquellas aquellos arriba asi aun aunque bajo bastante bien cabe cada casi cerca cierto cinco
    conmigo contra cual cuales cualquier cualquiera cuanto cuantos cuatro cuya cuyas cuyo cuyos da dan dar debajo
    debe deben dejar delante demas demasiado demasiados dentro desde despues detras dos durante ella ellas ello
    ellos encima enfrente entonces era eran eres esa esas ese eso esos esta estaba estan estar estas este esto
    estos estoy fin fue fuera fueron gran grande haber habia hacen hacer hacia haga hagan han hasta haya hayan
    hice hizo hoy incluso ir jamas junto juntos lejos luego menos mediante mi mia mientras mios mis mismo misma
    mismos mucha muchas mucho muchos nada nadie ninguna ninguno ningun ni nosotras nuevamente nunca os otra otro
    para parte pero pesar poca pocas poco pocos podria podrian pone poner porque primero pronto pues quedan quien
    quiza salvo sea sean segun segundo seis sera seran si siempre siendo sin sino sobre solamente solo somos soy
    suele suya suyas suyo tal tales tampoco tan tanta tantas tanto tantos tener tenemos tercio toda todas todavia
    tras traves tres tu tuvo ultimo un unas uno unos usted ustedes va vamos van varias varios veces vez ya`,
  ar: `بسبب نتيجه لاجل نظرا رغم قد كل بعض كان كانت يكون تكون لكن لان لدي لدينا عند عندما قبل بعد حتي منذ تحت فوق امام خلف حول خلال بدون غير
    سوي كما مثل لم لن ليس ليست هو هي هم هنا هناك ذلك تلك هؤلاء اي ايضا فقط جدا كثير كثيرا كثيره قليل قليله جميع
    معظم نحو ضد بل اذا لو كي لكي اما ابدا دائما احيانا نصف ثلث اثنان ثلاثه يتم تم ياتي تاتي اصبح اصبحت مازال اكثر
    اقل ثم كيف متي اين ماذا لماذا حيث بها فيها منها عليها اليها به فيه منه عليه لها له لهم بهم`,
  ru: `из за не без более больше большая большой бы был была были было быть вам вас ваш вдоль ведь везде весь вместе вместо
    вне внутри во возле вокруг вот впрочем все всего всегда всей всем всех всю всё всякий вы где да даже два две
    двух для до другая другие другой его едва ее её ей ему если есть еще ещё же за затем здесь идет из-за из или
    им иметь имеет имеют иногда их каждая каждого каждой каждом какая какие какой кем когда кого кому которая
    которого которой которые который которых кроме кто куда ли либо лишь между меня менее меньше мимо мне много
    многие многих многое мог могут мой моя надо над наиболее настолько начать него недавно нее ней некоторые
    некоторых нем немного нему несколько нет нею ни нибудь никогда ним них ничего но ну обычно один одна одни одно
    около он она они оно опять от оттого очень перед по под пока половина помимо после потом потому почему почти
    при про просто против раз разве ради сам сама сами само самый свой своя свои своего своей своих сейчас себе
    себя сей сначала снова со собой совсем столь так также такая такие такой там твой тем теперь то тогда того той
    только том тот трех треть три тут ты уже хоть хотя чаще чего чей чем через четыре что чтоб чуть эта эти этих
    это этого этой этом этому этот эту`,
  zh: `一个 一些 一样 一直 一起 不少 不同 不是 不能 不要 严重 之一 之后 之前 之间 也是 什么 仍有 仍然 从而 他们 以及 以后 以外 以来 以前 任何 但是 作为 你们 使得 依然 全部 其中 其它 其实 几乎
    几个 以下 以上 及其 双方 另外 可以 可是 可能 各个 各种 同时 后来 因为 因此 它们 它是 对于 尤其 就是 已经 并且 应该 当时 当然 很多 很少 得到 怎么 必须 总是 或者 所以 所有 所谓 能够 才能
    是否 时候 更多 最后 最近 有些 有关 有的 来自 某些 正在 此外 每个 比较 没有 现在 由于 的话 目前 直到 看到 第一 等等 经常 继续 而且 自己 自从 虽然 许多 认为 越来 来越 越多 还是 还有 这个
    这些 这样 这里 进行 通过 那个 那些 那么 都是 除了 随着 非常`,
  pt: `nao abaixo acima afinal agora ainda alem algo alguem algum alguma algumas alguns ali ambas ambos ante antes apenas
    apesar apos aquela aquelas aquele aqueles aqui aquilo assim atras atraves bastante bem cada cerca certa certas
    certo certos cinco coisa coisas contra cuja cujas cujo cujos da dao dar debaixo deixar dela delas dele deles
    demais demasiada demasiadas demasiado demasiados dentro depois desde dessa dessas desse desses desta destas
    deste destes deve devem diante disso dois duas durante elas eles embora enquanto entao era eram essa essas
    esse esses esta estao estar estas estava estes este estou faz fazem fim fora foram fosse grande grandes houve
    hoje inclusive isto ja jamais junto juntos lhe lhes logo longe maior maioria mediante menos mesma mesmas mesmo
    mesmos metade mim minha muita muitas nada nem nenhum nenhuma ninguem nunca onde ora outra outro parte perante
    pode poderia pois porem porque portanto possa possam pouca poucas pouco poucos primeiro qual quais qualquer
    quando quanta quantas quanto quantos quase quatro que quem seja sejam sem sempre sendo ser sera serao si sido
    sob sobretudo somos somente suficiente tal tais talvez tanta tantas tanto tantos tao tem tenha tenham ter
    terco teve toda todas todavia todo todos tras tres tu ultimo umas uns vai vao varias varios vem vez vezes voce
    voces`,
};

const byLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(/\s+/).map(fold))]),
);

/**
 * @param surface a folded word; of Chinese a pair of characters.
 * @param lang its language: `mais` is "but" in French and maize elsewhere.
 */
export function isSmallWord(surface: string, lang: string): boolean {
  return byLanguage.get(lang)?.has(surface) === true;
}
