import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const availablePhoneNumber = resourceOf({ name: 'Available Phone Number', value: 'availablePhoneNumber' }, [
	getMany,
]);
