import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { runField, runInBody } from './fields';
import { idempotencyKey, idempotencyKeyField } from './idempotencyKey';

/** [docs: SDK] Repeatable, because the same key creates one run only. */
export const create: OperationDescription = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a communication run',
		description: 'Start bulk outreach: KaiCalls calls and texts the real people named in the run, and bills it',
		routing: routing.post('/communication-runs', {
			scope: 'communication-runs:write',
			repeatable: true,
			lookUp: 'Communication Run > Get Many shows whether it is there.',
			again: 'See with Communication Run > Get Many whether it is there, or use the same Idempotency Key again.',
			prepare: [runInBody, idempotencyKey],
		}),
	},
	fields: [runField, idempotencyKeyField],
};
