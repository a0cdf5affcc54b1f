// What a measurement throws when its corpus is not there: told plainly, and the others go on.
export class MissingData extends Error {}
