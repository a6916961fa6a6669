import { resourceProperties } from '../../../shared/fields/resource';
import { apiRequest } from './apiRequest';
import { getCosts } from './getCosts';
import { getLatency } from './getLatency';
import { getRuns } from './getRuns';
import { getTrace } from './getTrace';
import { getTraces } from './getTraces';
import { getUsage } from './getUsage';

export const analytics = resourceProperties('analytics', [
	getUsage,
	apiRequest,
	getCosts,
	getLatency,
	getRuns,
	getTrace,
	getTraces,
]);
