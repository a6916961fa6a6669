import type { INodeProperties } from 'n8n-workflow';

import { defaultCountryOption } from '../../shared/fields/defaultCountry';
import { shownFor } from '../../shared/fields/displayed';

const countryFor = (resources: string[], operations: string[]): INodeProperties[] =>
	shownFor({ '/resource': resources, '/operation': operations }, [defaultCountryOption]);

/** For the operations that take a telephone number. */
export const phoneOptions: INodeProperties[] = [
	...countryFor(['lead'], ['create', 'getAll', 'update']),
	...countryFor(['agent'], ['update']),
	...countryFor(['call', 'phoneNumber', 'smsMessage'], ['assign', 'create', 'createAndWait', 'release', 'send']),
];
