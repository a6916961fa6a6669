/** A control argument that names something which is not there. */
export class BadArgument extends Error {}
