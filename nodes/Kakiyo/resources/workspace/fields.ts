import type { INodeProperties } from 'n8n-workflow';

export const clientEmail: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. client@example.com',
	description: 'Address of the client’s member',
	routing: { send: { type: 'body', property: 'email' } },
};
