// XML in, a light tree of its elements out; never throws, and nothing is expanded or fetched.
import type { Issue } from '../issue.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Named characters that news in XML uses without declaring them. */
const NAMED = {
  nbsp: '\u00a0',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  eacute: 'é',
  euro: '€',
  pound: '£',
} as const;
const DEEPEST = 1000;

/** The tree under a root without a name. Malformed places are passed over with one issue. */
export async function xmlTree(xml: string): Promise<{ root: XmlElement; issues: Issue[] }> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ position: false });
  Object.assign(parser.ENTITIES, NAMED);
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  let trouble: string | null = null;
  const text = (words: string) => open[open.length - 1]?.children.push(words);
  parser.on('error', (error) => {
    trouble ??= error.message;
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: local(name), attributes: named(attributes), children: [] };
    open[open.length - 1]?.children.push(element);
    if (open.length < DEEPEST) open.push(element);
    else trouble ??= `elements are nested deeper than ${DEEPEST}`;
  });
  parser.on('closetag', ({ name }) => {
    const at = open.findLastIndex((element) => element.name === local(name));
    if (at > 0) open.length = at;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    trouble ??= (error as Error).message;
  }
  const issues: Issue[] =
    trouble === null
      ? []
      : [{ code: 'report/malformed-xml', span: null, message: `the XML is malformed; what could be read was taken` }];
  return { root, issues };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function named(attributes: Record<string, unknown>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) plain[name] = String(value);
  return plain;
}

/** All elements below, in order, that a test takes; iterative, so that depth costs no stack. */
export function* within(element: XmlElement, names: string | ReadonlySet<string>): Generator<XmlElement> {
  const wanted = typeof names === 'string' ? new Set([names]) : names;
  const stack: { element: XmlElement; next: number }[] = [{ element, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    const child = top.element.children[top.next++];
    if (child === undefined) stack.pop();
    else if (typeof child !== 'string') {
      if (wanted.has(child.name)) yield child;
      stack.push({ element: child, next: 0 });
    }
  }
}

/** The first element on a path of names, each anywhere below the one before. */
export function first(element: XmlElement, ...path: string[]): XmlElement | null {
  let at: XmlElement | null = element;
  for (const name of path) {
    if (!at) return null;
    const [found]: XmlElement[] = [...take(within(at, name), 1)];
    at = found ?? null;
  }
  return at;
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let count = 0;
  for (const one of all) {
    if (count++ === most) return;
    yield one;
  }
}

/** The words of an element and all below it, white space folded; null when there are none. */
export function wordsOf(element: XmlElement | null): string | null {
  if (!element) return null;
  const parts: string[] = [];
  const stack: { element: XmlElement; next: number }[] = [{ element, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    const child = top.element.children[top.next++];
    if (child === undefined) stack.pop();
    else if (typeof child === 'string') parts.push(child);
    else stack.push({ element: child, next: 0 });
  }
  return parts.join('').replace(/\s+/g, ' ').trim() || null;
}

/** The blocks of text of an element: a new one at each element that `blocks` names; `without` is left out. */
export function blocksIn(element: XmlElement, blocks: ReadonlySet<string>, without: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let open = '';
  const close = () => {
    if (open.trim() !== '') found.push(open);
    open = '';
  };
  const stack: { element: XmlElement; next: number }[] = [{ element, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    const child = top.element.children[top.next++];
    if (child === undefined) {
      if (blocks.has(top.element.name)) close();
      stack.pop();
    } else if (typeof child === 'string') open += child;
    else if (!without.has(child.name)) {
      if (blocks.has(child.name)) close();
      stack.push({ element: child, next: 0 });
    }
  }
  close();
  return found;
}
