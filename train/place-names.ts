// A name of GeoNames in, the names under which English reports may write it out.

const AREA =
  /^(?:(?:the )?(?:province|region|state|department|departement|département|provincia|governorate|departamento|powiat|arrondissement|kreis|landkreis|district|regierungsbezirk|municipio|partido|rayon|okrug|county|autonomous republic|republic)(?: (?:of|de|del|des|du|di|da|d'|de la))? )|(?: (?:province|governorate|oblast['’]?|region|state|district|department|prefecture|raion|rayon|krai|municipality|county|parish|borough|city and borough|census area|division|autonomous region|autonomous okrug|territory|voivodeship|canton|district council|powiat|kreis|il|sheng|uyezd))+$/giu;

/** The name first, then shorter ones: “Idlib” of “Idlib Governorate”. Counties of the United States keep their word. */
export function namesOfArea(name: string, kind: 'province' | 'district', country: string): string[] {
  if (kind === 'district' && country === 'US') return [name];
  const short = name.replace(AREA, '').trim();
  return short.length >= 3 && short !== name ? [name, short] : [name];
}

const LATIN = /^[\p{Script=Latin}\p{M}'’‘`ʼ.\- ]+$/u;
const OPENS = /^(?:\p{Lu}|(?:al|el|ad|an|ar|as|at|az|ash|ed|er|es|ez)[- ]\p{Lu})/u;

/** Spellings in Latin letters besides the usual one: no codes, no romanised syllables, none twice. */
export function alternatesOf(name: string, alternates: readonly string[], country: string): string[] {
  const found = new Set<string>();
  // what English-speaking towns were called long ago is what others are called now
  for (const one of ENGLISH.has(country) ? [] : alternates) {
    const other = one.trim();
    if (other.length < 4 || other === name || !LATIN.test(other) || !OPENS.test(other) || /^\p{Lu}+$/u.test(other))
      continue;
    found.add(other);
  }
  for (const base of [name, ...found]) {
    const short = base
      .replace(/^Saint /, 'St ')
      .replace(/^Mount /, 'Mt ')
      .replace(/^Fort /, 'Ft ');
    if (short !== base) found.add(short);
    // “Al Hasakah”, “Ar Raqqah”: reports leave the article out
    const bare = /^(?:[AEae][dlnrstzh]{1,2}h?)[- ](\p{Lu}.{3,})$/u.exec(base)?.[1];
    if (bare && ARABIC.has(country)) found.add(bare);
  }
  found.delete(name);
  return [...found];
}

const ENGLISH = new Set('AU CA GB IE NZ US'.split(' '));
const ARABIC = new Set('AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' '));
