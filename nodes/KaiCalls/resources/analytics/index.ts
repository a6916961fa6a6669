import { resourceOf } from '../../../shared/fields/resource';
import { getAgents } from './getAgents';
import { getBusinesses } from './getBusinesses';
import { getCalls } from './getCalls';
import { getDashboard } from './getDashboard';
import { getFunnel } from './getFunnel';
import { getWeek } from './getWeek';

export const analytics = resourceOf({ name: 'Analytics', value: 'analytics' }, [
	getDashboard,
	getAgents,
	getBusinesses,
	getCalls,
	getFunnel,
	getWeek,
]);
