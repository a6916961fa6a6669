import type { INodeProperties } from 'n8n-workflow';

type Place = 'body' | 'query';

/** A field whose value is a member of the body or the query. */
export const sentAs = (place: Place, property: string, field: INodeProperties): INodeProperties => ({
	...field,
	routing: { send: { type: place, property } },
});

/** A date picker whose point in time is sent in the query, as ISO 8601 in UTC. */
export const momentFilter = (
	property: string,
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties => ({
	...field,
	type: 'dateTime',
	default: '',
	routing: { send: { type: 'query', property } },
});
