import { resourceProperties } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const availablePhoneNumber = resourceProperties('availablePhoneNumber', [getMany]);
