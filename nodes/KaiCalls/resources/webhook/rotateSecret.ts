import type { OperationDescription } from '../../../shared/fields/resource';
import { forGood } from '../../../shared/fields/forGood';
import { idInBody } from '../../../shared/operations/prepare';
import { narrowing } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { webhookLocator } from '../../locators';
import { routing } from '../../vendor';
import { SECRET_ELSEWHERE, webhookWithSecret } from './webhook';

/** See docs/vendors/kaicalls.md#account-webhooks. */
export const rotateSecret: OperationDescription = {
	option: {
		name: 'Rotate Secret',
		value: 'rotateSecret',
		action: 'Rotate the secret of a webhook',
		description: 'Make a new signing secret. KaiCalls shows it only once.',
		routing: routing.post('/webhooks/rotate-secret', {
			scope: 'webhooks:write',
			lookUp: 'If a test event no longer passes your check, rotate the secret once more.',
			prepare: [idInBody('webhookIdToRotate')],
			read: webhookWithSecret,
			secretElsewhere: SECRET_ELSEWHERE,
		}),
	},
	notice: 'Receivers with the old secret refuse all events from now on.',
	tool: {
		text: 'Replaces the signing secret at once: receivers with the old one refuse all events. A model does not see the new one.',
	},
	fields: [forGood('Rotate', webhookLocator), narrowing(workspaceIn('body'))],
};
