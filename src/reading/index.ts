// The public subpath `recount/reading`: the shape of a reading as schemas.
export { checkReading } from './check-reading.ts';
export { read } from './read.ts';
export * from './schema.ts';
