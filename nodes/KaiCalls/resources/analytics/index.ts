import { resourceProperties } from '../../../shared/fields/resource';
import { getAgents } from './getAgents';
import { getBusinesses } from './getBusinesses';
import { getCalls } from './getCalls';
import { getDashboard } from './getDashboard';
import { getFunnel } from './getFunnel';
import { getWeek } from './getWeek';

export const analytics = resourceProperties('analytics', [
	getDashboard,
	getAgents,
	getBusinesses,
	getCalls,
	getFunnel,
	getWeek,
]);
