import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryOption } from '../../shared/fields/defaultCountry';

const shownFor = (resources: string[], operations: string[]): INodeProperties => ({
	...defaultCountryOption,
	displayOptions: { show: { '/resource': resources, '/operation': operations } },
});

/** For the operations that take a telephone number. */
export const phoneOptions: INodeProperties[] = [
	shownFor(['lead'], ['create', 'getAll', 'update']),
	shownFor(['agent'], ['update']),
	shownFor(['call', 'phoneNumber', 'smsMessage'], ['assign', 'create', 'createAndWait', 'release', 'send']),
];
