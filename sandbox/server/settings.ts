import { z } from 'zod';

/** How a vendor's settings, each with a default, are checked and changed. An unknown setting throws. */
export function settingsOf<Shape extends z.ZodRawShape>(shape: Shape) {
	const schema = z.object(shape).strict();
	const changeSchema = schema.partial();
	return {
		changeSchema,
		defaults: () => schema.parse({}),
		change: (settings: z.output<typeof schema>, change: z.input<typeof changeSchema>) =>
			schema.parse({ ...settings, ...changeSchema.parse(change) }),
	};
}
