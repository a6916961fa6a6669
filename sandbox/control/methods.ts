import { z } from 'zod';

/** A control method as it is called over HTTP: with an unchecked argument. */
export type Method = (argument: unknown) => unknown;

/** The control methods of a vendor by name, as they are served over HTTP. */
export type ControlMethods<Control> = Record<keyof Control, Method>;

/** For a control method without an argument. */
export const nothing = z.object({}).strict().optional();

/** A control method whose argument is checked before it runs. */
export function method<Argument>(
	schema: z.ZodType<Argument, z.ZodTypeDef, unknown>,
	run: (argument: Argument) => unknown,
): Method {
	return (argument) => run(schema.parse(argument));
}
