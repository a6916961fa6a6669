import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BadArgument } from './badArgument';
import type { Control } from './control';
import { type ControlMethods, method, nothing } from './methods';
import { faultSchema } from '../server/faults';
import { kaicallsMethods } from '../kaicalls/control';
import { kakiyoMethods } from '../kakiyo/control';
import { kairoMethods } from '../kairo/control';
import { meanwhileSchema } from '../server/meanwhile';
import { kayseMethods } from '../kayse/control';
import { fieldIssues } from '../server/route';

function methodsOf(control: Control): ControlMethods<Control> {
	return {
		...kakiyoMethods(control),
		...kaicallsMethods(control),
		...kayseMethods(control),
		...kairoMethods(control),
		reset: method(nothing, () => control.reset()),
		fail: method(faultSchema, (fault) => control.fail(fault)),
		meanwhile: method(meanwhileSchema, (others) => control.meanwhile(others)),
		log: method(nothing, () => control.log()),
		stats: method(nothing, () => control.stats()),
	};
}

/** `POST /__control/<method>` with the JSON argument; answers the JSON result, `null` for none. */
export function addControlRoutes(app: FastifyInstance, control: Control): void {
	for (const [name, run] of Object.entries(methodsOf(control))) {
		app.post(`/__control/${name}`, async (request, reply) => {
			try {
				const argument: unknown = request.body ? JSON.parse(String(request.body)) : undefined;
				const result = await run(argument);
				return await reply.type('application/json').send(JSON.stringify(result ?? null));
			} catch (error) {
				if (!(error instanceof z.ZodError || error instanceof SyntaxError || error instanceof BadArgument)) throw error;
				const details = error instanceof z.ZodError ? fieldIssues(error) : [{ field: '', message: error.message }];
				return await reply.code(400).send({ error: 'validation_error', message: 'Invalid control argument', details });
			}
		});
	}
}
