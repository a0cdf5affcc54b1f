// The public subpath `recount/operations`.
export { type Context, type Operation, OperationError } from './operation.ts';
export { OPERATIONS } from './operations.ts';
