// All that src/grammar/kernel.ts may call.
export { joinAll, mixAll, sumPairs, sumRows } from './score';
export { placePairs, placeRows, rowsBytes } from './place';
export { putWords } from './words';
export { bestTree } from './best-tree';
export { cacheRoom } from './first-layer';
export { readTrees, treeRoom, treesAtOnce } from './tree';
