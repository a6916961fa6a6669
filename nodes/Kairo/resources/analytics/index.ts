import { resourceOf } from '../../../shared/fields/resource';
import { apiRequestIn } from '../../apiRequest/operation';
import { getCosts } from './getCosts';
import { getLatency } from './getLatency';
import { getRuns } from './getRuns';
import { getTrace } from './getTrace';
import { getTraces } from './getTraces';
import { getUsage } from './getUsage';

export const analytics = resourceOf({ name: 'Analytics', value: 'analytics' }, [
	getUsage,
	apiRequestIn('analytics', 'analytics', 'e.g. /usage'),
	getCosts,
	getLatency,
	getRuns,
	getTrace,
	getTraces,
]);
