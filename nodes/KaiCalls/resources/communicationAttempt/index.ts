import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const communicationAttempt = resourceOf({ name: 'Communication Attempt', value: 'communicationAttempt' }, [
	getMany,
]);
