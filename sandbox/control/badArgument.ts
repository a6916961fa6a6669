/** A control argument that names a record that does not exist. */
export class BadArgument extends Error {}
