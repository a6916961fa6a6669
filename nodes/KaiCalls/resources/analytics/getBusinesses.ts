import { filters } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { figureRows } from '../../figures';
import { routing } from '../../vendor';
import { days } from './fields';

/** [docs: SDK] No document names its scope. */
export const getBusinesses: OperationDescription = {
	option: {
		name: 'Get Businesses',
		value: 'getBusinesses',
		action: 'Get the figures of businesses',
		description: 'Compare your businesses with each other',
		routing: routing.get('/analytics/businesses', { read: figureRows }),
	},
	fields: [filters([days])],
};
