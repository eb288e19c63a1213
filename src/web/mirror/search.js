// The search of a copy: runs from a disk, loads parts of the index as scripts, and asks nobody for anything.
// `wordsOf` and `shardOf` (words-of.ts) stand before it in the file of the copy.
const parts = new Map();
window.southbridge = (name, content) => parts.get(name).resolve(content);
const form = document.querySelector('form.find');
const results = document.getElementById('results');
const count = document.getElementById('count');
const chips = document.getElementById('chips');
const more = document.getElementById('more');
const { lang } = document.documentElement;
const { records, size, facets } = JSON.parse(document.getElementById('copy').textContent);
const pageSize = 50;

/** A part of the index, loaded once. */
function load(name) {
  const known = parts.get(name);
  if (known) return known.promise;
  const made = {};
  made.promise = new Promise((resolve, reject) => {
    made.resolve = resolve;
    const script = document.createElement('script');
    script.src = `../search/${name}.js`;
    script.onerror = reject;
    document.head.append(script);
  });
  parts.set(name, made);
  return made.promise;
}

function numbers(differences) {
  let sum = 0;
  return differences.map((one) => (sum += one));
}

/** Records with a word or one that begins with it: number to weight. A single letter is looked up as it is. */
async function withWord(word) {
  const words = await load(`words/${shardOf(word)}`);
  const found = new Map();
  const add = (differences, weight) => {
    for (const number of numbers(differences)) found.set(number, Math.max(weight, found.get(number) ?? 0));
  };
  for (const [known, [title, body]] of Object.entries(words)) {
    if (known !== word && ([...word].length < 2 || !known.startsWith(word))) continue;
    const exact = known === word ? 2 : 0;
    add(title, 3 + exact);
    add(body, 1 + exact);
  }
  return found;
}

/** Numbers of the records that fit, best first, else newest first. */
async function search(words, filters) {
  let found;
  const narrow = (next) => {
    if (found === undefined) found = next;
    else
      found = new Map(
        [...found].flatMap(([number, weight]) =>
          next.has(number) ? [[number, weight + next.get(number)]] : [],
        ),
      );
  };
  for (const [facet, values] of filters) {
    const places = await load(`facets/${facet}`);
    narrow(
      new Map(
        values.flatMap((value) =>
          numbers(Object.hasOwn(places, value) ? places[value] : []).map((number) => [number, 0]),
        ),
      ),
    );
  }
  for (const word of words) narrow(await withWord(word));
  if (found === undefined) return Array.from({ length: records }, (_, number) => number);
  return [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
}

async function show(list, from) {
  for (const number of list.slice(from, from + pageSize)) {
    const part = await load(`${lang}/records-${Math.floor(number / size)}`);
    results.append(itemOf(part[number % size]));
  }
  more.hidden = from + pageSize >= list.length;
  more.onclick = () => show(list, from + pageSize);
}

function itemOf([path, title, titleLang, about]) {
  const item = document.createElement('li');
  const heading = document.createElement('h3');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  link.lang = titleLang;
  link.dir = 'auto';
  heading.append(link);
  const line = document.createElement('p');
  line.className = 'soft';
  line.textContent = about;
  item.append(heading, line);
  return item;
}

async function showChips(filters) {
  const labels = filters.length === 0 ? {} : await load(`${lang}/labels`);
  for (const [facet, values] of filters)
    for (const value of values) {
      const rest = new URLSearchParams(location.search);
      rest.delete(facet);
      for (const other of values) if (other !== value) rest.append(facet, other);
      const link = document.createElement('a');
      link.className = 'x';
      link.href = `search.html?${rest}`;
      link.textContent = labels[`${facet} ${value}`] ?? value;
      chips.append(link);
      const kept = document.createElement('input');
      Object.assign(kept, { type: 'hidden', name: facet, value });
      form.append(kept);
    }
  chips.parentElement.hidden = filters.length === 0;
}

async function start() {
  const asked = new URLSearchParams(location.search);
  const question = asked.get('q') ?? '';
  form.elements.q.value = question;
  const filters = facets.flatMap((facet) => {
    const values = asked.getAll(facet).filter((value) => value !== '');
    return values.length === 0 ? [] : [[facet, values]];
  });
  await showChips(filters);
  const list = await search([...new Set(wordsOf(question))], filters);
  count.textContent = list.length.toLocaleString(lang === 'ar' ? 'ar-u-nu-latn' : lang);
  document.getElementById('none').hidden = list.length > 0;
  await show(list, 0);
  document.body.dataset.ready = 'yes';
}
start();
