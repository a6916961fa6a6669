import type { INodeProperties } from 'n8n-workflow';

import { ofKind } from '../../../shared/values/reading/kind';
export const clientEmail: INodeProperties = ofKind('email', {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. client@example.com',
	description: 'Email of the client’s member',
	routing: { send: { type: 'body', property: 'email' } },
});
