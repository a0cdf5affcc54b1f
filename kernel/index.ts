// All that src/grammar/kernel.ts may call.
export { joinAll, mixAll, sumPairs, sumRows } from './score';
export { placePairs, placeRows, rowsBytes } from './place';
export { putWords } from './words';
export { bestTree, readTree, treeRoom } from './tree';
