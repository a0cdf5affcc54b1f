// The public subpath `recount/grammar`.
export { fromConllu, toConllu } from './conllu.ts';
export { drawTree } from './draw-tree.ts';
export { type Grammar, loadModel, makeGrammar } from './load-model.ts';
export { parse } from './parse.ts';
export { type Parsed, UPOS, type Upos, type Words } from './parsed.ts';
export { compilePattern, type NodePattern, type TreePattern } from './pattern.ts';
export {
  childBy,
  eachChild,
  featureOf,
  headOf,
  pathToRoot,
  plainRelation,
  relationOf,
  subtree,
  subtreeSpan,
  tagOf,
  uposOf,
} from './tree.ts';
